package main

type S struct{}

func (S) String() string { return "stringer is not called for this" }

type E struct{ code int }

func (e E) Error() string { return "E's message" }

func main() {
	defer func() {
		r := recover()
		println(r.(S).String())
		panic(E{3})
	}()
	panic(S{})
}

// Stderr: stringer is not called for this
// Exit: 2
