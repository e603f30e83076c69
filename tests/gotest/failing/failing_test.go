package failing

import "testing"

func TestGood(t *testing.T) { t.Log("not shown without -v") }

func TestError(t *testing.T) {
	t.Log("shown because it fails")
	t.Error("first", 1)
	t.Errorf("second %v", []int{2})
	t.Fatal("third")
	t.Error("never")
}

func TestNested(t *testing.T) {
	t.Log("outer")
	ok := t.Run("a", func(t *testing.T) {
		t.Run("deep", func(t *testing.T) {
			t.Log("deep\nlines")
			t.Fail()
		})
		t.Run("fine", func(t *testing.T) { t.Log("fine") })
	})
	t.Log("a was", ok)
	t.Run("b", func(t *testing.T) { t.Skip("skipped") })
	t.Run("c", func(t *testing.T) {
		defer func() { t.Log("failed:", t.Failed()) }()
		t.FailNow()
	})
}

func TestFailInCleanup(t *testing.T) {
	t.Cleanup(func() { t.Error("too late") })
}

func TestFatalInCleanup(t *testing.T) {
	t.Cleanup(func() { t.Log("still called") })
	t.Cleanup(func() { t.Fatal("ends the cleanup") })
}

func TestLast(t *testing.T) {}
