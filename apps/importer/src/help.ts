/** What `--help` prints. */
export const help = `importer: copies an Erply account into SQLite or PostgreSQL, and keeps the copy up to date
In this repository, type npx pnpm@12 importer where importer stands here.

  importer run            copies everything the first time, and what changed from then on
  importer watch          the same every so often, in one process, until a signal ends it
  importer plan           what a run would read and cost, without reading it
  importer status         what the database holds
  importer audit          compares the database with the account, and changes nothing: a
                          sample of each lane, or all of it; ends with 3 where they differ
  importer repair         compares all of it, and writes what differs
  importer redrive        reads records again that did not fit, and writes those that do now
  importer doctor         looks for what would keep a run from going well; says what to do
  importer backup FILE    copies a database of SQLite into one file, also while an import runs
  importer export         writes the tables as Parquet files, for DuckDB and others who analyse
  importer forget CODE ID erases a customer of the account CODE from the database, free pages
                          included, and keeps it out of later runs; documents stay without
                          the customer

Options
  --lanes a,b            only these of: warehouses, productGroups, productCategories,
                         priorityGroups, brands, productUnits, vatRates, products,
                         stock, priceLists, priceListProducts, productPictures,
                         productFiles, productPackages; and, only when named here,
                         customerGroups, customers, suppliers, addresses,
                         salesDocuments, payments, purchaseDocuments
                                                     (run, plan, audit, repair, redrive)
  --customer-fields a,b  fill only these columns of customers, such as
                         group_id,country_id, or "all"; others are erased. The
                         database keeps to it until another list comes               (run, plan)
  --address-fields a,b   the same for addresses                                      (run, plan)
  --full                 read everything again; of an audit, look at every row (run, plan, audit)
  --since WHEN           lanes that were never read begin with what was added or changed
                         since: 2026-01-31, a time, Unix seconds, or 2h, 30d. Older
                         records are not in the copy, in later runs neither, until
                         --full. Only for lanes whose call and log can be asked so   (run, plan)
  --max-units N          of a run: stop before more units are used, login included; run
                         again to go on. Of an audit: ask nothing when it would
                         cost more                                                 (run, audit)
  --max-delete-percent P refuse to remove more than P % of a lane at once, where it
                         is 50 records or more; 20 by default                        (run)
  --confirm-deletions    remove records however many they are, believe empty answers (run, repair)
  --dry-run              write nothing, and say field by field what would change     (run)
  --values               of a dry run: what is in these fields, of people never      (run)
  --sample N             look at N random rows of each lane; default 1000            (audit)
  --seed N               look at the same rows as an audit with that seed            (audit)
  --dead-letters         list each record that did not fit                           (status)
  --every 5m             from the beginning of one run to that of the next          (watch)
  --max-age 15m          how old the copy may be: status ends with exit code 3 when a
                         lane is older or held back, /healthz answers 503;
                         watch has three times --every by default          (status, watch)
  --listen HOST:PORT     status page at /, /healthz and /metrics; PORT alone is for this
                         machine only                                               (watch)
  --listen-token-file F  who sends the token in this file may read; needed beyond this
                         machine, unless --public lets everybody read               (watch)
  --allow-host NAME      answer to this name too, behind a proxy on this machine     (watch)
  --heartbeat URL        call a monitor after each run; better in HEARTBEAT_URL (run, watch)
  --log text|json        default is text on a terminal, JSON elsewhere               (watch)
  --log-level LEVEL      debug, info, warn or error                                  (watch)
  --config FILE          read options from a file too, YAML or JSON, by their names
  --env-file FILE        read this file of variables instead of .env
  --force                replace a FILE that is there; use a DIR with other files   (backup, export)
  --parquet DIR          the folder of the files; put in place when all of them are whole (export)
  --tables a,b           only these tables; by default those of all lanes           (export)
  --account CODE         only the rows of this account                              (export)
  --yes                  erase; without it, forget says what there is                (forget)
  --undo                 let a forgotten customer come in again                      (forget)
  --database ADDRESS     sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE; default is
                         DATABASE_URL, or sqlite:./.data/erply.db
  --allow-insecure       let the password go over plain http to another machine, such as
                         a fake in a container        (what asks Erply)
  --allow-link-host HOST take report files from this host too, HOST or HOST:PORT;
                         repeat it for more           (what asks Erply)
  --json                 for machines: events and results as lines of JSON on stdout
  --help, --version

Environment (a file .env in the current folder is read too; .env.example shows how)
  ERPLY_CLIENT_CODE      the account
  ERPLY_USERNAME         a user of it
  ERPLY_PASSWORD         the password, or
  ERPLY_PASSWORD_FILE    a file that holds it; the file wins
  ERPLY_API_URL          base address of the API; default https://CLIENT_CODE.erply.com
  ERPLY_ALLOW_INSECURE   1 is as --allow-insecure
  ERPLY_ALLOW_LINK_HOSTS as --allow-link-host, with commas between hosts
  DATABASE_URL           as --database
  HEARTBEAT_URL          as --heartbeat
  LISTEN_TOKEN           the token itself; LISTEN_TOKEN_FILE is as --listen-token-file

A run that was cut off, in whatever way, goes on where it stopped when it is run again.
Exit codes: 0 done, 1 failed or refused, 2 wrong usage, 3 an audit has found differences, a run has stopped at
--max-units, or status --max-age: not fresh; 130 and 143 stopped by SIGINT and SIGTERM; a watch that they stop ends with 0.
`;
