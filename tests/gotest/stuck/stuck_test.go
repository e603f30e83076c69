package stuck

import (
	"sync"
	"testing"
	"time"
)

func TestFine(t *testing.T) { t.Log("fine") }

func TestDeadlock(t *testing.T) {
	var a, b sync.Mutex
	a.Lock()
	b.Lock()
	go func() {
		a.Lock()
		b.Unlock()
	}()
	b.Lock()
}

func TestSlow(t *testing.T) {
	t.Run("sub", func(t *testing.T) {
		time.Sleep(time.Minute)
	})
}
