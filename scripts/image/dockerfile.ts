import { DockerfileParser, type Instruction, JSONInstruction } from 'dockerfile-ast';

/** An instruction of a Dockerfile. */
export interface Step {
  readonly keyword: string;
  /** Flags by name: `from` of `COPY --from=build`. */
  readonly flags: Readonly<Record<string, string>>;
  /** Without flags; of the JSON form its strings. */
  readonly args: readonly string[];
  /** What stands behind the keyword, with lines that are continued put together. */
  readonly text: string;
  readonly isJson: boolean;
}

/** A part of a Dockerfile that begins with FROM. */
export interface Stage {
  readonly name: string;
  readonly base: string;
  readonly steps: readonly Step[];
}

/** The stages of a Dockerfile. */
export function readDockerfile(text: string): Stage[] {
  const stages: { name: string; base: string; steps: Step[] }[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const step = stepOf(instruction);
    const [base = '', , name = String(stages.length)] = step.args;
    if (step.keyword === 'FROM') stages.push({ name, base, steps: [] });
    else stages.at(-1)?.steps.push(step);
  }
  return stages;
}

function stepOf(instruction: Instruction): Step {
  const flags = instruction instanceof JSONInstruction ? instruction.getFlags() : [];
  const text = instruction.getRawArgumentsContent() ?? '';
  const [, list] = /^(?:CMD\s+)?(\[.*\])$/s.exec(text) ?? [];
  return {
    keyword: instruction.getKeyword(),
    flags: Object.fromEntries(flags.map((flag) => [flag.getName(), flag.getValue() ?? ''])),
    args: list === undefined ? instruction.getArguments().map((one) => one.getValue()) : JSON.parse(list),
    text,
    isJson: list !== undefined,
  };
}
