// SPDX-License-Identifier: MIT

package testing

import "internal/synctest"

// admitBubbles lets package synctest run tests in bubbles. The library has no init functions: its declarations are read
// only when something looks them up.
func admitBubbles() {
	synctest.TestIn = func(t, f any, failed *bool) { t.(*T).inBubble(f.(func(*T)), failed) }
}

// inBubble calls f in the bubble of a synctest.Test: with cleanups and a context that end there too. It tells in
// failed whether the test failed there.
func (t *T) inBubble(f func(*T), failedHere *bool) {
	t.mu.Lock()
	cleanups, ctx, cancel, failed := t.cleanups, t.ctx, t.cancel, t.failed
	t.cleanups, t.ctx, t.cancel, t.failed = nil, nil, nil, false
	t.bubble = true
	t.mu.Unlock()
	defer func() {
		t.mu.Lock()
		t.cleanups, t.ctx, t.cancel = cleanups, ctx, cancel
		t.bubble = false
		*failedHere = t.failed
		t.failed = t.failed || failed
		t.mu.Unlock()
	}()
	defer t.runCleanups()
	f(t)
}

// outside panics if a method is called that has no meaning in a bubble.
func (t *T) outside(method string) {
	t.mu.RLock()
	inside := t.bubble
	t.mu.RUnlock()
	if inside && synctest.InBubble() {
		panic("testing: t." + method + " called inside synctest bubble")
	}
}
