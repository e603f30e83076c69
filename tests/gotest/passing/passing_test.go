package passing

import (
	"os"
	"strings"
	"testing"
	"time"
)

func TestAdd(t *testing.T) {
	for _, c := range []struct{ a, b, sum int }{{1, 2, 3}, {0, 0, 0}, {-1, 1, 0}} {
		if got := add(c.a, c.b); got != c.sum {
			t.Errorf("add(%d, %d) = %d, want %d", c.a, c.b, got, c.sum)
		}
	}
}

func TestNames(t *testing.T) {
	for _, name := range []string{"plain", "with space", "tab\there", "", "", "plain", "plain#01", "a/b", "naïve", "\x00"} {
		t.Run(name, func(t *testing.T) { t.Log(t.Name()) })
	}
}

func TestSkip(t *testing.T) {
	t.Skip("for a", "reason", 1)
}

func TestSkipf(t *testing.T) { t.Skipf("%d%%", 50) }

func TestSkipNow(t *testing.T) {
	defer t.Log("deferred", t.Skipped())
	t.SkipNow()
	t.Log("never")
}

func TestCleanupOrder(t *testing.T) {
	t.Cleanup(func() { t.Log("first added, last called") })
	t.Cleanup(func() {
		t.Log("second")
		t.Cleanup(func() { t.Log("added by a cleanup") })
	})
	t.Run("sub", func(t *testing.T) {
		t.Cleanup(func() { t.Log("of sub") })
		t.Log("in sub")
	})
	t.Log("end")
}

func TestSetenv(t *testing.T) {
	t.Run("set", func(t *testing.T) {
		t.Setenv("SLUICE_GOTEST", "yes")
		if os.Getenv("SLUICE_GOTEST") != "yes" {
			t.Fatal("not set")
		}
	})
	if v, ok := os.LookupEnv("SLUICE_GOTEST"); ok {
		t.Fatal("still set to", v)
	}
}

func TestShort(t *testing.T) { t.Log(testing.Short(), testing.Verbose()) }

func TestDeadline(t *testing.T) {
	d, ok := t.Deadline()
	if !ok || time.Until(d) > 10*time.Minute || time.Until(d) < time.Minute {
		t.Fatal(d, ok)
	}
}

func helper(t *testing.T, text string) {
	t.Helper()
	t.Log("by helper:", text)
}

func deeper(t *testing.T) {
	t.Helper()
	helper(t, "deeper")
	func() { t.Log("in a literal") }()
}

func TestHelper(t *testing.T) {
	helper(t, "here")
	deeper(t)
	func() {
		helper(t, "there")
	}()
}

func TestLines(t *testing.T) {
	t.Log("one\ntwo\n\nfour\n")
	t.Logf("formatted %q", "text")
	t.Log()
	t.Log(strings.Repeat("x", 100))
}

func TestAllocs(t *testing.T) {
	var sink []byte
	if n := testing.AllocsPerRun(100, func() { sink = make([]byte, 100) }); n != 1 {
		t.Fatal(n, len(sink))
	}
	if n := testing.AllocsPerRun(100, func() { sink[0]++ }); n != 0 {
		t.Fatal(n)
	}
}
