package main

type T struct{ a int }
type U struct{ f func() }

func main() {
	i, s, f, b := 1, "a", 1.5, true
	var p, q *int
	var e interface{}
	var u8 uint8
	_ = i + s                  // ERROR "invalid operation: i \+ s \(mismatched types int and string\)"
	_ = i + f                  // ERROR "invalid operation: i \+ f \(mismatched types int and float64\)"
	_ = s - s                  // ERROR "invalid operation: operator - not defined on s \(variable of type string\)"
	_ = b + b                  // ERROR "invalid operation: operator \+ not defined on b \(variable of type bool\)"
	_ = !i                     // ERROR "invalid operation: operator ! not defined on i \(variable of type int\)"
	_ = -s                     // ERROR "invalid operation: operator - not defined on s \(variable of type string\)"
	_ = ^f                     // ERROR "invalid operation: operator \^ not defined on f \(variable of type float64\)"
	_ = +b                     // ERROR "invalid operation: operator \+ not defined on b \(variable of type bool\)"
	_ = i && b                 // ERROR "invalid operation: i && b \(mismatched types int and bool\)"
	_ = b || 1                 // ERROR "invalid operation: b \|\| 1 \(mismatched types bool and untyped int\)"
	_ = f % 2                  // ERROR "invalid operation: operator % not defined on f \(variable of type float64\)"
	_ = f & 1                  // ERROR "invalid operation: operator & not defined on f \(variable of type float64\)"
	_ = i << s                 // ERROR "invalid operation: shift count s \(variable of type string\) must be integer"
	_ = f << 1                 // ERROR "invalid operation: shifted operand f \(variable of type float64\) must be integer"
	_ = 1 << 1.5               // ERROR "1\.5 \(untyped float constant\) truncated to uint"
	_ = i << -1                // ERROR "invalid operation: negative shift count -1 \(untyped int constant\)"
	_ = p + q                  // ERROR "invalid operation: operator \+ not defined on p \(variable of type \*int\)"
	_ = p < q                  // ERROR "invalid operation: p < q \(operator < not defined on pointer\)"
	_ = b < b                  // ERROR "invalid operation: b < b \(operator < not defined on bool\)"
	_ = e + 1                  // ERROR "invalid operation: e \+ 1 \(mismatched types interface\{\} and int\)"
	_ = T{} < T{}              // ERROR "invalid operation: T\{\} < T\{\} \(operator < not defined on struct\)"
	_ = T{} == U{}             // ERROR "invalid operation: T\{\} == U\{\} \(mismatched types T and U\)"
	_ = U{} == U{}             // ERROR "invalid operation: U\{\} == U\{\} \(struct containing func\(\) cannot be compared\)"
	_ = []int{} == []int{}     // ERROR "invalid operation: \[\]int\{\} == \[\]int\{\} \(slice can only be compared to nil\)"
	_ = func() {} == func() {} // ERROR "invalid operation: func\(\) \{\} == func\(\) \{\} \(func can only be compared to nil\)"
	_ = map[int]int{} == nil
	_ = map[int]int{} == map[int]int{} // ERROR "invalid operation: map\[int\]int\{\} == map\[int\]int\{\} \(map can only be compared to nil\)"
	_ = i == s                         // ERROR "invalid operation: i == s \(mismatched types int and string\)"
	_ = i == nil                       // ERROR "invalid operation: i == nil \(mismatched types int and untyped nil\)"
	_ = s == nil                       // ERROR "invalid operation: s == nil \(mismatched types string and untyped nil\)"
	_ = T{} == nil                     // ERROR "invalid operation: T\{\} == nil \(mismatched types T and untyped nil\)"
	_ = nil == nil                     // ERROR "invalid operation: nil == nil \(operator == not defined on nil\)|invalid operation: nil == nil \(operator == not defined on untyped nil\)"
	_ = p == 1                         // ERROR "invalid operation: p == 1 \(mismatched types \*int and untyped int\)|cannot convert 1 \(untyped int constant\) to \*int"
	_ = u8 + i                         // ERROR "invalid operation: u8 \+ i \(mismatched types uint8 and int\)"
	_ = u8 == 256                      // ERROR "256 \(untyped int constant\) overflows uint8"
	_ = i / 0                          // ERROR "invalid operation: division by zero"
	_ = i % 0                          // ERROR "invalid operation: division by zero"
	_ = 1 / 0                          // ERROR "invalid operation: division by zero"
	_ = 1.0 / 0.0                      // ERROR "invalid operation: division by zero"
	_ = f / 0
	_ = *i                   // ERROR "invalid operation: cannot indirect i \(variable of type int\)"
	_ = *nil                 // ERROR "invalid operation: cannot indirect nil"
	_ = &1                   // ERROR "invalid operation: cannot take address of 1 \(untyped int constant\)"
	_ = &f2()                // ERROR "invalid operation: cannot take address of f2\(\) \(value of type int\)"
	_ = &"a"                 // ERROR "invalid operation: cannot take address of .a. \(untyped string constant\)"
	_ = &map[int]int{}[1]    // ERROR "invalid operation: cannot take address of map\[int\]int\{\}\[1\] \(map index expression of type int\)"
	_ = <-i                  // ERROR "invalid operation: cannot receive from non-channel i \(variable of type int\)"
	_ = <-make(chan<- int)   // ERROR "invalid operation: cannot receive from send-only channel make\(chan<- int\) \(value of type chan<- int\)"
	_ = e < e                // ERROR "invalid operation: e < e \(operator < not defined on interface\)"
	_ = [2]int{} == [3]int{} // ERROR "invalid operation: \[2\]int\{\} == \[3\]int\{\} \(mismatched types \[2\]int and \[3\]int\)"
	_ = (func())(nil) == nil
	i++
	s++ // ERROR "invalid operation: s\+\+ \(non-numeric type string\)"
	b-- // ERROR "invalid operation: b-- \(non-numeric type bool\)"
	5++ // ERROR "cannot assign to 5 \(neither addressable nor a map index expression\)|cannot assign to 5 \(untyped int constant\)"
	_ = e == T{}
	_ = e == U{}  // ERROR "invalid operation: e == U\{\} \(struct containing func\(\) cannot be compared\)"
	_ = &T{}.a    // ERROR "invalid operation: cannot take address of T\{\}\.a \(value of type int\)"
	_ = "a" + 1   // ERROR "invalid operation: .a. \+ 1 \(mismatched types untyped string and untyped int\)"
	_ = 'a' + "b" // ERROR "invalid operation: 'a' \+ .b. \(mismatched types untyped rune and untyped string\)"
	_ = 1 + nil   // ERROR "invalid operation: 1 \+ nil \(mismatched types untyped int and untyped nil\)"
	if i {        // ERROR "non-boolean condition in if statement"
	}
	if i = 1; i { // ERROR "non-boolean condition in if statement"
	}
	for i { // ERROR "non-boolean condition in for statement"
	}
	for s != "" && i { // ERROR "invalid operation: s != .. && i \(mismatched types untyped bool and int\)"
	}
}

func f2() int { return 1 }
