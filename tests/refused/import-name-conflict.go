package main

import (
	"fmt" // ERROR ".fmt. imported and not used|imported and not used: .fmt."
	"os"  // ERROR ".os. imported and not used|imported and not used: .os."
)

func fmt() {} // ERROR "fmt already declared through import of package fmt \(.fmt.\)"

func main() {}
