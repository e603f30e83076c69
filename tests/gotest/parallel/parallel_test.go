package parallel

import (
	"sync"
	"sync/atomic"
	"testing"
)

var order atomic.Int32

func TestGroup(t *testing.T) {
	var wg sync.WaitGroup
	wg.Add(2)
	t.Run("group", func(t *testing.T) {
		for _, name := range []string{"a", "b"} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				order.Add(1)
				wg.Done()
			})
		}
		if order.Load() != 0 {
			t.Error("parallel subtests ran before the parent's function ended")
		}
	})
	if order.Load() != 2 {
		t.Error("Run returned before the parallel subtests ended")
	}
	wg.Wait()
}

func TestTogether(t *testing.T) {
	c := make(chan int)
	t.Run("sender", func(t *testing.T) {
		t.Parallel()
		c <- 1
	})
	t.Run("receiver", func(t *testing.T) {
		t.Parallel()
		if <-c != 1 {
			t.Error("wrong")
		}
	})
	t.Cleanup(func() { close(c) })
}

func TestAfterwards(t *testing.T) {
	t.Parallel()
	if order.Load() != 2 {
		t.Error("too early")
	}
	t.Run("fails", func(t *testing.T) {
		t.Parallel()
		t.Error("on purpose")
	})
}
