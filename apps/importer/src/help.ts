/** What `--help` prints. */
export const help = `importer: copies an Erply account into a SQLite database, and keeps the copy up to date
In this repository, type npx pnpm@12 importer where importer stands here.

  importer run            copies everything the first time, and what changed from then on
  importer watch          the same every so often, in one process, until a signal ends it
  importer plan           what a run would read and cost, without reading it
  importer status         what the database holds
  importer doctor         looks for what would keep a run from going well; says what to do
  importer backup FILE    copies the database into one file, also while an import runs
  importer forget CODE ID erases a customer of the account CODE from the database, free pages
                          included, and keeps it out of later runs; documents stay without
                          the customer

Options
  --lanes a,b            only these of: warehouses, productGroups, productCategories,
                         priorityGroups, brands, productUnits, vatRates, products,
                         stock, priceLists, priceListProducts, productPictures,
                         productFiles, productPackages; and, only when named here,
                         customerGroups, customers, suppliers, addresses,
                         salesDocuments, payments, purchaseDocuments                 (run, plan)
  --customer-fields a,b  fill only these columns of customers, such as
                         group_id,country_id, or "all"; others are erased. The
                         database keeps to it until another list comes               (run, plan)
  --address-fields a,b   the same for addresses                                      (run, plan)
  --full                 read everything again                                       (run, plan)
  --confirm-deletions    remove records however many they are, believe empty answers (run)
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
  --force                replace a FILE that is there                                (backup)
  --yes                  erase; without it, forget says what there is                (forget)
  --undo                 let a forgotten customer come in again                      (forget)
  --database ADDRESS     sqlite:PATH; default is DATABASE_URL, or sqlite:./.data/erply.db
  --allow-insecure       let the password go over plain http to another machine, such as
                         a fake in a container                                      (run, plan)
  --allow-link-host HOST take report files from this host too, HOST or HOST:PORT;
                         repeat it for more                                         (run, plan)
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
Exit codes: 0 done, 1 failed or refused, 2 wrong usage, 3 status --max-age: not fresh,
130 and 143 stopped by SIGINT and SIGTERM; a watch that they stop ends with 0.
`;
