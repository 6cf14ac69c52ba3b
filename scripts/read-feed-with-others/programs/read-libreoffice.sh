# Prints the rows of a stock.csv as LibreOffice Calc holds them. $2 is an empty folder, $3 a Python.
set -e
import='44,34,76,1,4/2/5/2,0,true,false'
export='44,34,76,1,,0,true,false'
soffice -env:UserInstallation="file://$2/profile" --headless --infilter="Text - txt - csv (StarCalc):$import" \
  --convert-to "csv:Text - txt - csv (StarCalc):$export" --outdir "$2" "$1" > "$2/log" 2>&1
"$3" "$(dirname "$0")/read-csv.py" "$2/stock.csv"
