package direct

import "testing"

func TestBefore(t *testing.T) { t.Log("fine") }

func TestPanics(t *testing.T) {
	t.Log("logged")
	t.Cleanup(func() { t.Log("cleaned up") })
	panic("on purpose")
}

func TestNever(t *testing.T) {}
