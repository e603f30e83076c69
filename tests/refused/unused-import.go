package main

import (
	"fmt" // ERROR ".fmt. imported and not used|imported and not used: .fmt."
	_ "os"
	"sort"
	str "strings" // ERROR ".strings. imported as str and not used|imported and not used: .strings. as str"
)

func main() {
	fmt := 1
	_ = fmt
	sort.Ints(nil)
}
