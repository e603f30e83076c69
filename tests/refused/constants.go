package main

import "math"

type T int8

func f() int { return 1 }

const (
	a int8  = 128 // ERROR "cannot use 128 \(untyped int constant\) as int8 value in constant declaration \(overflows\)"
	b uint  = -1 // ERROR "cannot use -1 \(untyped int constant\) as uint value in constant declaration \(overflows\)"
	c byte  = 300 // ERROR "cannot use 300 \(untyped int constant\) as byte value in constant declaration \(overflows\)"
	d       = f() // ERROR "f\(\) \(value of type int\) is not constant"
	e       = len([]int{1}) // ERROR "len\(\[\]int\{…\}\) \(value of type int\) is not constant"
	g int   = 1.5 // ERROR "cannot use 1\.5 \(untyped float constant\) as int value in constant declaration \(truncated\)"
	h       = 1 / 0 // ERROR "invalid operation: division by zero"
	i       = 10 % 0 // ERROR "invalid operation: division by zero"
	j T     = 200 // ERROR "cannot use 200 \(untyped int constant\) as T value in constant declaration \(overflows\)"
	k       = "a" + 1 // ERROR "invalid operation: .a. \+ 1 \(mismatched types untyped string and untyped int\)"
	l       = []int{1} // ERROR "\[\]int\{…\} \(value of type \[\]int\) is not constant"
	m       = nil // ERROR "nil is not constant"
	n string = 'a' // ERROR "cannot use 'a' \(untyped rune constant 97\) as string value in constant declaration"
	o       = math.Sqrt(2) // ERROR "math\.Sqrt\(2\) \(value of type float64\) is not constant"
	p       = int8(1) << 7 // ERROR "int8\(1\) << 7 \(constant 128 of type int8\) overflows int8"
	q       = ^uint8(0) + 1 // ERROR "\^uint8\(0\) \+ 1 \(constant 256 of type uint8\) overflows uint8"
	r       = uint8(255) + 1 // ERROR "uint8\(255\) \+ 1 \(constant 256 of type uint8\) overflows uint8"
	s       = -uint8(1) // ERROR "-uint8\(1\) \(constant -1 of type uint8\) overflows uint8"
	t       = int64(1) << 63 // ERROR "int64\(1\) << 63 \(constant 9223372036854775808 of type int64\) overflows int64"
	u       = 1 << 600 // ERROR "constant shift overflow"
	v float32 = 1e40 // ERROR "cannot use 1e40 \(untyped float constant 1e\+40\) as float32 value in constant declaration \(overflows\)"
	w       = int(1e20) // ERROR "cannot convert 1e20 \(untyped float constant 1e\+20\) to type int \(truncated\)|cannot convert 1e20 \(untyped float constant 100000000000000000000\) to type int"
	x       = int(1.5) // ERROR "cannot convert 1\.5 \(untyped float constant\) to type int \(truncated\)|cannot convert 1\.5 \(untyped float constant\) to type int"
	y       = string(1.5) // ERROR "cannot convert 1\.5 \(untyped float constant\) to type string"
	z bool  = 1 // ERROR "cannot use 1 \(untyped int constant\) as bool value in constant declaration"
	aa      = bb // ERROR "initialization cycle for aa|initialization loop for aa"
	bb      = aa
	cc      = undefined // ERROR "undefined: undefined"
	dd, ee  = 1 // ERROR "missing init expr for ee"
	ff      = &a // ERROR "invalid operation: cannot take address of a \(constant of type int8\)|invalid operation: cannot take address of a \(constant unknown of type int8\)"
	gg      = uint(1) - 2 // ERROR "uint\(1\) - 2 \(constant -1 of type uint\) overflows uint"
	hh      = 'a' * 1e10
	ii rune = 'ab' // ERROR "more than one character in rune literal"
)

func main() {
	var x int = 1 << 64 // ERROR "cannot use 1 << 64 \(untyped int constant 18446744073709551616\) as int value in variable declaration \(overflows\)"
	var y float32 = 1 << 200 // ERROR "cannot use 1 << 200 \(untyped int constant 1606938044258990275541962092341162602522202993782792835301376\) as float32 value in variable declaration \(overflows\)"
	var z int = hh * 1e10 // ERROR "cannot use hh \* 1e10 \(untyped float constant 9\.7e\+21\) as int value in variable declaration \(truncated\)"
	const k = 1 << 100
	_ = k // ERROR "cannot use k \(untyped int constant 1267650600228229401496703205376\) as int value in assignment \(overflows\)|cannot use k \(untyped int constant 1267650600228229401496703205376\) as int value in assignment to _ identifier \(overflows\)"
	_ = k >> 98
	_, _, _ = x, y, z
	_ = [-1]int{} // ERROR "invalid array length -1 \(untyped int constant\)"
	_ = [1.5]int{} // ERROR "array length 1\.5 \(untyped float constant\) must be integer"
	_ = [f()]int{} // ERROR "array length f\(\) \(value of type int\) must be constant"
	_ = ["a"]int{} // ERROR "array length .a. \(untyped string constant\) must be integer"
	_ = int8(200) // ERROR "constant 200 overflows int8|cannot convert 200 \(untyped int constant\) to type int8"
	_ = uint(-1) // ERROR "constant -1 overflows uint|cannot convert -1 \(untyped int constant\) to type uint"
	_ = [2]int{}[2] // ERROR "invalid argument: index 2 out of bounds \[0:2\]"
	_ = "abc"[3] // ERROR "invalid argument: index 3 out of bounds \[0:3\]"
	_ = "abc"[-1] // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
	_ = [3]int{1, 2, 3, 4} // ERROR "index 3 is out of bounds \(>= 3\)"
	_ = [2]int{5: 1} // ERROR "invalid argument: index 5 out of bounds \[0:2\]"
	_ = "abc"[2:1] // ERROR "invalid slice indices: 1 < 2"
	_ = [3]int{}[1:4] // ERROR "invalid operation: \[3\]int\{\} \(value of type \[3\]int\) \(slice of unaddressable value\)"
}
