package main

func main() {
	for i := range 1.5 { // ERROR "cannot range over 1\.5 \(untyped float constant\)"
		_ = i
	}
	for i, j := range "abc" {
		var s string = j // ERROR "cannot use j \(variable of type rune\) as string value in variable declaration|cannot use j \(variable of type rune\) as type string in variable declaration"
		var n string = i // ERROR "cannot use i \(variable of type int\) as string value in variable declaration|cannot use i \(variable of type int\) as type string in variable declaration"
		_, _ = s, n
	}
	for _, v := range map[string]int{} {
		v.x = 1 // ERROR "v\.x undefined \(type int has no field or method x\)"
	}
	for range nil { // ERROR "cannot range over nil|use of untyped nil in range clause"
	}
	for range main { // ERROR "cannot range over main \(value of type func\(\)\): func must be func\(yield func\(\.\.\.\) bool\): wrong argument count|cannot range over main \(value of type func\(\)\)"
	}
	for i := range struct{}{} { // ERROR "cannot range over struct\{\}\{\} \(value of type struct\{\}\)"
		_ = i
	}
	var p *[]int
	for range p { // ERROR "cannot range over p \(variable of type \*\[\]int\)"
	}
	var pa *[3]int
	for range pa {
	}
	var s string
	for s = range []int{1} { // ERROR "cannot use s \(value of type int\) as string value in assignment|cannot use s \(value of type int\) as type string in assignment"
	}
	_ = s
	for k, v := range []string{"a"} {
		var x int = v // ERROR "cannot use v \(variable of type string\) as int value in variable declaration|cannot use v \(variable of type string\) as type int in variable declaration"
		k = "a"       // ERROR "cannot use .a. \(untyped string constant\) as int value in assignment"
		_ = x
	}
	for i := 0; i < "a"; i++ { // ERROR "invalid operation: i < .a. \(mismatched types int and untyped string\)"
	}
}
