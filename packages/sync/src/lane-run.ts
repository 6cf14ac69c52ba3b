import { type Checkpoint, type LaneMode, neverRun, type PassCheckpoint } from './checkpoint.ts';
import { addCounters, type Counters, noCounters } from './counters.ts';
import type { Lane } from './lane.ts';
import type { RunSettings } from './run-settings.ts';
import type { Batch, DeadLetter, Deletion, LaneState } from './sink.ts';
import { assertReadable, type Incoming, type Translated, translate } from './translate.ts';
import { noUsage, type Usage } from './usage-since.ts';

export type Phase = PassCheckpoint['phase'];

/** How far a phase has come, as far as its last answer tells. */
export interface Position {
  /** Records that this phase is going to see. */
  readonly total?: number;
  /** Share of them that is done, 0 to 1. */
  readonly share?: number;
}

/** What a lane writes in one transaction. */
export interface Step {
  readonly checkpoint: Checkpoint;
  readonly incoming?: readonly Incoming[];
  readonly deletions?: readonly Deletion[];
  /** How many records the step removes, as the sink was asked before. */
  readonly removed?: number;
  readonly stage?: Batch['stage'];
  readonly close?: Batch['close'];
  readonly position?: Position;
  /** Written while a pass goes on, and not counted in it. */
  readonly isBeside?: boolean;
}

/** What every lane of a run gets, and what it asks back. */
export interface LaneRunSettings<TRow> extends RunSettings<TRow> {
  /**
   * Is called between the pages of a lane that is read at length, so that others are not held up. True when the lane
   * itself may have been written: pages that are in hand already are then not to be used.
   */
  readonly betweenPages?: (lane: Lane, run: LaneRun<TRow>) => Promise<boolean>;
}

interface LaneRunInput<TRow> {
  readonly lane: string;
  readonly settings: LaneRunSettings<TRow>;
  /** What the sink holds of the lane; `undefined` when it has never run. */
  readonly state: LaneState | undefined;
  readonly onStep: (run: LaneRun<TRow>, position: Position) => void;
}

/** One lane in one run: where it stands, and the only way to move it on. */
export class LaneRun<TRow> {
  readonly lane: string;
  readonly settings: LaneRunSettings<TRow>;
  /** `full` as soon as one of its passes is. */
  mode: LaneMode = 'incremental';
  checkpoint: Checkpoint = neverRun;
  /** The phase that the last step belonged to. */
  phase: Phase = 'changes';
  /** Since the lane was last at rest when a run began. */
  counters: Counters = noCounters;
  /** Of this run alone. */
  done: Counters = noCounters;
  /** The server's clock has gone back against ours, so the lane reads again what it may have missed. */
  clockWentBack = false;
  /** The last pass began at a time that has proved to be ahead: something before it may be missing. */
  isBehind = false;
  /** What other lanes have used while this one was being read. */
  elsewhere: Required<Usage> = noUsage;
  /** How often this run has begun a pass again, since records were deleted while numbered pages were read. */
  rereads = 0;
  readonly #onStep: LaneRunInput<TRow>['onStep'];

  constructor({ lane, settings, state, onStep }: LaneRunInput<TRow>) {
    this.lane = lane;
    this.settings = settings;
    this.#onStep = onStep;
    if (!state) return;
    this.checkpoint = state.checkpoint;
    if (state.checkpoint.phase === 'idle') return;
    this.mode = state.checkpoint.mode;
    this.counters = state.counters;
  }

  /** Starts a pass. Nothing is written yet: its first answer brings the candidate watermark along. */
  begin<TPass extends PassCheckpoint>(pass: TPass): TPass {
    this.checkpoint = pass;
    if (pass.mode === 'full') this.mode = 'full';
    return pass;
  }

  /** Starts a pass again, with nothing counted yet. */
  beginAgain(pass: PassCheckpoint): void {
    this.rereads += 1;
    this.counters = noCounters;
    this.begin(pass);
  }

  /** Writes one step in one transaction and reports it. When the run is to stop, it stops behind that. */
  async write(step: Step): Promise<void> {
    await this.#commit(step);
    this.settings.signal?.throwIfAborted();
  }

  /** Gives up the pass: the lane goes back to where it stood before. */
  async abandon(): Promise<void> {
    const { checkpoint } = this;
    if (checkpoint.phase === 'idle') return;
    await this.#commit({ checkpoint: { ...checkpoint.before, generation: checkpoint.generation } });
  }

  async #commit({
    checkpoint: reached,
    incoming = [],
    deletions = [],
    removed = 0,
    stage,
    close,
    position = {},
    isBeside = false,
  }: Step) {
    const { lane, settings } = this;
    const translated = translate(settings.sink, lane, incoming);
    assertReadable(lane, translated);
    const { rows, deadLetters } = translated;
    const checkpoint = isBeside ? reached : await this.#withUnseen(reached, translated);
    const added = { records: rows.length, deletions: removed, deadLetters: deadLetters.length };
    const counters = isBeside ? this.counters : addCounters(this.counters, added);
    const content = {
      lane,
      generation: checkpoint.generation,
      rows,
      deadLetters,
      deletions,
      checkpoint,
      counters,
    };
    await settings.sink.commit({ ...content, ...(stage && { stage }), ...(close && { close }) });
    // What changed in stock is one step, from idle to idle.
    this.phase = this.checkpoint.phase === 'idle' ? 'changes' : this.checkpoint.phase;
    this.checkpoint = checkpoint;
    this.counters = counters;
    this.done = addCounters(this.done, added);
    this.#onStep(this, position);
  }

  /** The checkpoint of a full read with how many records have come so far that the sink will not have seen. */
  async #withUnseen(reached: Checkpoint, came: Translated<TRow>): Promise<Checkpoint> {
    if (reached.phase !== 'full') return reached;
    const before = this.checkpoint.phase === 'full' ? (this.checkpoint.skipped ?? 0) : 0;
    const skipped = before + came.skipped + (await this.#countWithoutRow(came.deadLetters));
    return skipped === 0 ? reached : { ...reached, skipped };
  }

  /** Dead letters without a row that would count as seen with them. */
  async #countWithoutRow(deadLetters: readonly DeadLetter[]): Promise<number> {
    const ids = deadLetters.flatMap(({ id }) => id ?? []);
    const held = ids.length === 0 ? 0 : await this.settings.sink.countAlive(this.lane, ids);
    return deadLetters.length - held;
  }
}
