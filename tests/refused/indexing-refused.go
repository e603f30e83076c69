package main

type M map[string]int
type K struct{ a []int }

func main() {
	a := [3]int{}
	s := []int{}
	m := M{}
	str := "abc"
	i, f, b := 1, 1.5, true
	_ = a[3]   // ERROR "invalid argument: index 3 out of bounds \[0:3\]"
	_ = a[-1]  // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
	_ = a[f]   // ERROR "invalid argument: index f \(variable of type float64\) must be integer"
	_ = a["x"] // ERROR "cannot convert .x. \(untyped string constant\) to type int|cannot convert .x. \(untyped string constant\) to int"
	_ = a[1.0]
	_ = a[1.5]   // ERROR "1\.5 \(untyped float constant\) truncated to int"
	_ = a[b]     // ERROR "invalid argument: index b \(variable of type bool\) must be integer"
	_ = a[nil]   // ERROR "cannot convert nil to type int|cannot convert nil to int"
	_ = a['a']   // ERROR "invalid argument: index 97 out of bounds \[0:3\]"
	_ = s[-1]    // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
	_ = s[1<<70] // ERROR "1 << 70 \(untyped int constant 1180591620717411303424\) overflows int"
	_ = s[i] + s[1.0]
	_ = m[1]     // ERROR "cannot use 1 \(untyped int constant\) as string value in map index"
	_ = m["a"].b // ERROR "m\[.a.\]\.b undefined \(type int has no field or method b\)"
	_ = str[3]
	_ = "abc"[3]    // ERROR "invalid argument: index 3 out of bounds \[0:3\]"
	_ = i[0]        // ERROR "invalid operation: cannot index i \(variable of type int\)"
	_ = f[1]        // ERROR "invalid operation: cannot index f \(variable of type float64\)"
	_ = main[0]     // ERROR "invalid operation: cannot index main \(value of type func\(\)\)"
	_ = s[:"a"]     // ERROR "cannot convert .a. \(untyped string constant\) to type int|cannot convert .a. \(untyped string constant\) to int"
	_ = s[2:1]      // ERROR "invalid slice indices: 1 < 2"
	_ = a[:4]       // ERROR "invalid argument: index 4 out of bounds \[0:4\]"
	_ = a[2:1]      // ERROR "invalid slice indices: 1 < 2"
	_ = str[1:2:3]  // ERROR "invalid operation: 3-index slice of string"
	_ = m[:]        // ERROR "cannot slice m \(variable of map type M\)|invalid operation: cannot slice m \(variable of type M\)"
	_ = [3]int{}[:] // ERROR "invalid operation: \[3\]int\{\} \(value of type \[3\]int\) \(slice of unaddressable value\)"
	_ = i[:]        // ERROR "cannot slice i \(variable of type int\)|invalid operation: cannot slice i \(variable of type int\)"
	_ = map[K]int{} // ERROR "invalid map key type K"
	_ = map[interface{}]int{K{}: 1}
	m["a"], m["b"] = 1 // ERROR "assignment mismatch: 2 variables but 1 value"
	m[1] = 2           // ERROR "cannot use 1 \(untyped int constant\) as string value in map index"
	m["a"] = "x"       // ERROR "cannot use .x. \(untyped string constant\) as int value in assignment"
	_, ok := m["a"], true
	v, ok := s[0] // ERROR "assignment mismatch: 2 variables but 1 value"
	w, ok := a[0] // ERROR "assignment mismatch: 2 variables but 1 value"
	_, _, _ = ok, v, w
	str[0] = 'x'         // ERROR "cannot assign to str\[0\] \(neither addressable nor a map index expression\)|cannot assign to str\[0\] \(value of type byte\)"
	a[0], a[5] = 1, 2    // ERROR "invalid argument: index 5 out of bounds \[0:3\]"
	delete(m)            // ERROR "invalid operation: not enough arguments for delete\(m\) \(expected 2, found 1\)"
	delete(s, 0)         // ERROR "invalid argument: s \(variable of type \[\]int\) is not a map"
	delete(m, 1)         // ERROR "cannot use 1 \(untyped int constant\) as string value in argument to delete"
	delete(m, "a", "b")  // ERROR "invalid operation: too many arguments for delete\(m, .a., .b.\) \(expected 2, found 3\)"
	_ = len(m["a"])      // ERROR "invalid argument: m\[.a.\] \(map index expression of type int\) for built-in len|invalid argument: m\[.a.\] \(map index expression of type int\) for len"
	_ = cap(str)         // ERROR "invalid argument: str \(variable of type string\) for built-in cap|invalid argument: str \(variable of type string\) for cap"
	var arr [i]int       // ERROR "invalid array length i"
	var arr2 [len(s)]int // ERROR "array length len\(s\) \(value of type int\) must be constant"
	var arr3 [len(a)]int
	const n = len(a)
	_, _, _ = arr, arr2, arr3
	_ = &m["a"] // ERROR "invalid operation: cannot take address of m\[.a.\] \(map index expression of type int\)"
	m.x = 1     // ERROR "m\.x undefined \(type M has no field or method x\)"
}
