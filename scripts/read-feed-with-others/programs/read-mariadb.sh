# Prints the rows of a stock.csv: numbers as they stand, codes in hexadecimal. $2 is an empty folder for the server.
set -e
user=$(id -un)
mariadb-install-db --no-defaults --datadir="$2/data" --auth-root-authentication-method=normal --skip-test-db \
  --user="$user" > "$2/log" 2>&1
mariadbd --no-defaults --datadir="$2/data" --socket="$2/socket" --pid-file="$2/pid" --skip-networking \
  --user="$user" >> "$2/log" 2>&1 &
server=$!
trap 'kill $server; wait $server || true' EXIT
for _ in $(seq 100); do
  [ -S "$2/socket" ] && break
  sleep 0.2
done
mariadb --no-defaults --socket="$2/socket" --user=root --local-infile=1 --default-character-set=utf8mb4 \
  --batch --skip-column-names --execute="
  CREATE DATABASE feed;
  CREATE TABLE feed.stock (productID INT, warehouseID INT, available DOUBLE, code TEXT NOT NULL, code2 TEXT NOT NULL)
    CHARACTER SET utf8mb4;
  LOAD DATA LOCAL INFILE '$1' INTO TABLE feed.stock CHARACTER SET utf8mb4
    FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"' ESCAPED BY '' LINES TERMINATED BY '\n' IGNORE 1 LINES;
  SELECT CONCAT_WS('|', productID, warehouseID, available, HEX(code), HEX(code2)) FROM feed.stock;"
