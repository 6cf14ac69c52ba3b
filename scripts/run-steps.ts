/** How a step ended: what it printed, and how many things passed and failed in it. */
export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
  /** Why nothing is known, where the step could not do its work: it counts as neither. */
  readonly notRun?: string;
}

export interface Step {
  readonly name: string;
  /** What it does, for steps that take minutes: printed when they begin. */
  readonly about?: string;
  run(): Promise<StepResult>;
}

/** Runs steps one after the other, prints how each went, then all of them again in short; gives back the sums. */
export async function runSteps(
  steps: readonly Step[],
  print: (line: string) => void,
): Promise<{ passed: number; failed: number }> {
  const lines: string[] = [];
  const sums = { passed: 0, failed: 0 };
  for (const step of steps) {
    if (step.about !== undefined) print(`\n${step.name}: ${step.about}`);
    const start = performance.now();
    const result = await step
      .run()
      .catch((error: unknown): StepResult => ({ passed: 0, failed: 1, output: String(error) }));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const line = `${wordFor(result)} ${step.name.padEnd(16)} ${seconds.padStart(6)} s`;
    sums.passed += result.passed;
    sums.failed += result.failed;
    lines.push(result.notRun === undefined ? line : `${line}  ${result.notRun}`);
    const short = `${line}  ${result.notRun ?? lastLine(result.output)}`;
    print(result.failed > 0 ? `\n${line}\n${result.output.trimEnd()}\n` : short);
  }
  print(`\n${lines.join('\n')}\n`);
  return sums;
}

function wordFor({ failed, notRun }: StepResult): string {
  if (failed > 0) return 'FAILED';
  return notRun === undefined ? 'ok    ' : 'NO RUN';
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1)?.trim() ?? '';
}
