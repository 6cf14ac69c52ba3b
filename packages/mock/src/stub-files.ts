import { readTextFile } from './initial-data.ts';
import { OptionError } from './options.ts';
import type { StubContent } from './request/stub-content.ts';

function readStubFile(name: string, path: string): unknown {
  if (path === '') throw new OptionError(`${name}: needs the name of a JSON file`, 'stub');
  const text = readTextFile(path, 'stub');
  try {
    return JSON.parse(text);
  } catch {
    throw new OptionError(`${name}: ${path} is not JSON`, 'stub');
  }
}

/** What stubs answer: a text is the path of a JSON file. */
export const stubContents = (stubs: Readonly<Record<string, string | StubContent>>) =>
  Object.fromEntries(
    Object.entries(stubs).map(([name, stub]) => [
      name,
      typeof stub === 'string' ? readStubFile(name, stub) : structuredClone(stub),
    ]),
  );
