// SPDX-License-Identifier: MIT
package palette

import (
	"bufio"
	"os"
)

// readLines sends each line of the standard input, and closes where it ends.
//
//sluice:title Lines of input
//sluice:category source
//sluice:use readLines(nil)
func readLines(out chan<- string) {
	defer close(out)
	scanner := bufio.NewScanner(os.Stdin)
	for scanner.Scan() {
		out <- scanner.Text()
	}
}
