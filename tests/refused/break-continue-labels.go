package main

func main() {
	break        // ERROR "break is not in a loop, switch, or select"
	continue     // ERROR "continue is not in a loop"
	fallthrough  // ERROR "fallthrough statement out of place"
	goto missing // ERROR "label missing not defined"
	if true {
		break // ERROR "break is not in a loop, switch, or select"
	}
	switch {
	case true:
		continue // ERROR "continue is not in a loop"
		break
	}
	for {
		break unknown    // ERROR "break label not defined: unknown"
		continue unknown // ERROR "continue label not defined: unknown"
	}
unused: // ERROR "label unused defined and not used"
	for {
		break
	}
lab:
	if true {
		for {
			break lab    // ERROR "invalid break label lab"
			continue lab // ERROR "invalid continue label lab"
		}
	}
dup:
	for {
		break dup
	}
dup: // ERROR "label dup already defined at .*"
	for {
		break
	}
	func() {
		break dup // ERROR "break label not defined: dup"
	}()
sw:
	switch {
	case true:
		for {
			continue sw // ERROR "invalid continue label sw"
			break sw
		}
	}
	select {
	default:
		fallthrough // ERROR "fallthrough statement out of place"
	}
	switch interface{}(1).(type) {
	case int:
		fallthrough // ERROR "cannot fallthrough in type switch"
	case string:
	}
	switch 1 {
	case 1:
		if true {
			fallthrough // ERROR "fallthrough statement out of place"
		}
	case 2:
		fallthrough // ERROR "cannot fallthrough final case in switch"
	}
	func() {
		for {
			func() {
				break // ERROR "break is not in a loop, switch, or select"
			}()
		}
	}()
}
