package main

func jumpOver() {
	goto l // ERROR "goto l jumps over variable declaration at line 5|goto l jumps over declaration of x at .*"
	x := 1
	_ = x
l:
}

func intoBlock() {
	goto in // ERROR "goto in jumps into block starting at .*"
	{
	in:
	}
}

func intoIf(b bool) {
	if b {
	one:
	} else {
		goto one // ERROR "goto one jumps into block starting at .*"
	}
}

func intoFor() {
	for {
	body:
	}
	goto body // ERROR "goto body jumps into block starting at .*"
}

func ok() {
	goto end
	{
		x := 1
		_ = x
	}
end:
	y := 1
	_ = y
	if y > 0 {
		goto end
	}
}

func overVar() {
	goto l // ERROR "goto l jumps over variable declaration at line 48|goto l jumps over declaration of v at .*"
	var v int
	_ = v
l:
}

func intoFunc() {
	goto f // ERROR "label f not defined"
	func() {
	f: // ERROR "label f defined and not used"
	}()
}

func main() {}
