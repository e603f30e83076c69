// SPDX-License-Identifier: MIT

package time

import "unsafe"

func timerStart(c chan Time, f func(), d, period int64, loc *Location) unsafe.Pointer
func timerStop(t unsafe.Pointer) bool
func timerReset(t unsafe.Pointer, d, period int64) bool

// Sleep waits for d.
func Sleep(d Duration)

// Timer fires once: it sends the time on C, or calls a function.
type Timer struct {
	C <-chan Time
	t unsafe.Pointer
}

// NewTimer makes a timer that sends the time after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	return &Timer{c, timerStart(c, nil, int64(d), 0, Local)}
}

// AfterFunc calls f in its own goroutine after d.
func AfterFunc(d Duration, f func()) *Timer {
	return &Timer{nil, timerStart(nil, f, int64(d), 0, Local)}
}

// Stop keeps the timer from firing, and tells whether it did so.
func (t *Timer) Stop() bool {
	if t.t == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	return timerStop(t.t)
}

// Reset lets the timer fire after d, and tells whether it had been active.
func (t *Timer) Reset(d Duration) bool {
	if t.t == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	return timerReset(t.t, int64(d), 0)
}

// After gives a channel on which the time comes after d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// Ticker sends the time again and again.
type Ticker struct {
	C <-chan Time
	t unsafe.Pointer
}

// NewTicker makes a ticker that sends the time every d; ticks that nobody takes are dropped.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	return &Ticker{c, timerStart(c, nil, int64(d), int64(d), Local)}
}

// Stop ends the ticks. It does not close the channel.
func (t *Ticker) Stop() {
	if t.t != nil {
		timerStop(t.t)
	}
}

// Reset ticks every d from now on.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.t == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	timerReset(t.t, int64(d), int64(d))
}

// Tick gives the channel of a ticker, or nil if d is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
