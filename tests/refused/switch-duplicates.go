package main

func f() {
	x := 1
	var e interface{}
	switch x {
	case 1, 2:
	case 2, 3: // ERROR "duplicate case 2 \(constant of type int\) in expression switch"
	case 1 + 2: // ERROR "duplicate case 1 \+ 2 \(constant 3 of type int\) in expression switch"
	case x:
	case x:
	case "a": // ERROR "invalid case .a. in switch on x \(mismatched types untyped string and int\)|cannot convert .a. \(untyped string constant\) to int"
	case 1.5: // ERROR "1\.5 \(untyped float constant\) truncated to int"
	case nil: // ERROR "invalid case nil in switch on x \(mismatched types untyped nil and int\)|cannot convert nil to int"
	case 4.0:
	case 4: // ERROR "duplicate case 4 \(constant of type int\) in expression switch"
	}
	switch "a" {
	case "a":
	case "b", "a": // ERROR "duplicate case .a. \(constant of type string\) in expression switch"
	}
	switch {
	case true:
	case false:
	case x == 1:
	case x: // ERROR "invalid case x in switch on true \(mismatched types int and bool\)"
	case 1: // ERROR "invalid case 1 in switch on true \(mismatched types untyped int and bool\)|cannot convert 1 \(untyped int constant\) to bool"
	}
	switch e {
	case 1:
	case 1: // ERROR "duplicate case 1 \(constant of type int\) in expression switch"
	case "1", 1.0, nil:
	case []int{}: // ERROR "invalid case \[\]int\{\} in switch on e \(slice can only be compared to nil\)"
	}
	switch x := x; x {
	}
	switch e.(type) {
	case int, string:
	case int: // ERROR "duplicate case int in type switch"
	case error:
	case interface{ Error() string }:
	case nosuch: // ERROR "undefined: nosuch"
	case 5: // ERROR "5 is not a type"
	}
	switch x.(type) { // ERROR "x \(variable of type int\) is not an interface"
	}
	switch y := e.(type) { // ERROR "declared and not used: y|y declared but not used"
	}
	switch f() { // ERROR "f\(\) \(no value\) used as value"
	}
	switch func() {} {
	case nil:
	}
	switch 1.5 {
	case 1:
	case 1.5:
	case 1.5: // ERROR "duplicate case 1\.5 \(constant of type float64\) in expression switch"
	}
	switch true {
	case true:
	case true:
	}
}

func main() {}
