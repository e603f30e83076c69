package main

func main() {
	print("a", 1, true, "\n")
	println("b", -5, uint8(200), 'x', false)
	println(1.5, 100.0, 1e100, float32(0.1), 1+2i)
	var e error
	println(e == nil, len("abc"))
	println()
	print()
	println("é", int64(-1<<63), uint64(1<<64-1))
}

// Stderr: a1true
