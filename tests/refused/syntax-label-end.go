package main

func main() {
	for {
		goto l
	l:
	}
x: // ERROR "label x defined and not used"
	y := 1
	_ = y
}
