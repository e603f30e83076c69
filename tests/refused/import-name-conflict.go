package main

import (
	"fmt"
	"os" // ERROR ".os. imported and not used|imported and not used: .os."
)

func fmt() {} // ERROR "fmt already declared through import of package fmt \(.fmt.\)"

func main() {}
