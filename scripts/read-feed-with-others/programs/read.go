// Prints the rows of a stock.csv: numbers as they stand, codes in hexadecimal.
package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"log"
	"os"
)

func main() {
	file, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	rows := csv.NewReader(file)
	for at := 0; ; at++ {
		row, err := rows.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			log.Fatal(err)
		}
		if at > 0 {
			fmt.Fprintf(out, "%s|%s|%s|%x|%x\n", row[0], row[1], row[2], row[3], row[4])
		}
	}
}
