package logs

import (
	"fmt"
	"os"
	"testing"
)

func FuzzSeeds(f *testing.F) {
	f.Add("one", 1)
	f.Add("two", 2)
	f.Fuzz(func(t *testing.T, s string, n int) {
		t.Log(s, n)
		if n == 2 && s != "two" {
			t.Error("wrong")
		}
	})
}

func TestPrints(t *testing.T) {
	fmt.Println("to standard output")
	fmt.Fprintln(os.Stderr, "to standard error")
	t.Log("logged")
}

func check(tb testing.TB) {
	tb.Helper()
	tb.Log("through TB of", tb.Name())
}

func TestTB(t *testing.T) { check(t) }
