// SPDX-License-Identifier: MIT

// Package rate limits how often something may happen: a bucket of tokens that fills steadily.
package rate

import (
	"context"
	"fmt"
	"math"
	"sync"
	"time"
)

// Limit is a count of events each second.
type Limit float64

// Inf is no limit.
const Inf = Limit(math.MaxFloat64)

// InfDuration is how long never is.
const InfDuration = time.Duration(math.MaxInt64)

// Every turns the time between events into a Limit.
func Every(interval time.Duration) Limit {
	if interval <= 0 {
		return Inf
	}
	return 1 / Limit(interval.Seconds())
}

func (limit Limit) duration(tokens float64) time.Duration {
	if limit <= 0 {
		return InfDuration
	}
	d := tokens / float64(limit) * float64(time.Second)
	if d > float64(math.MaxInt64) {
		return InfDuration
	}
	return time.Duration(d)
}

func (limit Limit) tokens(d time.Duration) float64 {
	if limit <= 0 {
		return 0
	}
	return d.Seconds() * float64(limit)
}

// Limiter is the bucket.
type Limiter struct {
	mu        sync.Mutex
	limit     Limit
	burst     int
	tokens    float64
	last      time.Time // when tokens was reckoned
	lastEvent time.Time
}

// NewLimiter makes a full bucket of b tokens that gets r each second.
func NewLimiter(r Limit, b int) *Limiter { return &Limiter{limit: r, burst: b, tokens: float64(b)} }

// Limit gives the rate.
func (lim *Limiter) Limit() Limit {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.limit
}

// Burst gives the size of the bucket.
func (lim *Limiter) Burst() int {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.burst
}

// Tokens gives the count of tokens now.
func (lim *Limiter) Tokens() float64 { return lim.TokensAt(time.Now()) }

// TokensAt gives the count of tokens at t.
func (lim *Limiter) TokensAt(t time.Time) float64 {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	_, tokens := lim.advance(t)
	return tokens
}

func (lim *Limiter) advance(t time.Time) (time.Time, float64) {
	last := lim.last
	if t.Before(last) {
		last = t
	}
	tokens := lim.tokens + lim.limit.tokens(t.Sub(last))
	if most := float64(lim.burst); tokens > most {
		tokens = most
	}
	return t, tokens
}

// SetLimit sets the rate.
func (lim *Limiter) SetLimit(newLimit Limit) { lim.SetLimitAt(time.Now(), newLimit) }

// SetLimitAt sets the rate at t.
func (lim *Limiter) SetLimitAt(t time.Time, newLimit Limit) {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	lim.last, lim.tokens = lim.advance(t)
	lim.limit = newLimit
}

// SetBurst sets the size of the bucket.
func (lim *Limiter) SetBurst(newBurst int) {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	lim.last, lim.tokens = lim.advance(time.Now())
	lim.burst = newBurst
}

// Allow tells whether an event may happen now.
func (lim *Limiter) Allow() bool { return lim.AllowN(time.Now(), 1) }

// AllowN tells whether n events may happen at t.
func (lim *Limiter) AllowN(t time.Time, n int) bool { return lim.reserve(t, n, 0).ok }

// Reservation says when events may happen.
type Reservation struct {
	ok     bool
	lim    *Limiter
	tokens int
	at     time.Time
	limit  Limit
}

// OK tells whether the events may happen at all.
func (r *Reservation) OK() bool { return r.ok }

// Delay is the time to wait.
func (r *Reservation) Delay() time.Duration { return r.DelayFrom(time.Now()) }

// DelayFrom is the time to wait from t.
func (r *Reservation) DelayFrom(t time.Time) time.Duration {
	if !r.ok {
		return InfDuration
	}
	if d := r.at.Sub(t); d > 0 {
		return d
	}
	return 0
}

// Cancel gives the tokens back.
func (r *Reservation) Cancel() { r.CancelAt(time.Now()) }

// CancelAt gives the tokens back at t.
func (r *Reservation) CancelAt(t time.Time) {
	if !r.ok {
		return
	}
	lim := r.lim
	lim.mu.Lock()
	defer lim.mu.Unlock()
	if lim.limit == Inf || r.tokens == 0 || r.at.Before(t) {
		return
	}
	restore := float64(r.tokens) - r.limit.tokens(lim.lastEvent.Sub(r.at))
	if restore <= 0 {
		return
	}
	t, tokens := lim.advance(t)
	tokens += restore
	if most := float64(lim.burst); tokens > most {
		tokens = most
	}
	lim.last = t
	lim.tokens = tokens
	if r.at.Equal(lim.lastEvent) {
		if prev := r.at.Add(r.limit.duration(float64(-r.tokens))); !prev.Before(t) {
			lim.lastEvent = prev
		}
	}
}

// Reserve reserves one event.
func (lim *Limiter) Reserve() *Reservation { return lim.ReserveN(time.Now(), 1) }

// ReserveN reserves n events.
func (lim *Limiter) ReserveN(t time.Time, n int) *Reservation {
	r := lim.reserve(t, n, InfDuration)
	return &r
}

// Wait waits until one event may happen.
func (lim *Limiter) Wait(ctx context.Context) error { return lim.WaitN(ctx, 1) }

// WaitN waits until n events may happen.
func (lim *Limiter) WaitN(ctx context.Context, n int) error {
	burst, limit := lim.Burst(), lim.Limit()
	if n > burst && limit != Inf {
		return fmt.Errorf("rate: Wait(n=%d) exceeds limiter's burst %d", n, burst)
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	default:
	}
	now := time.Now()
	most := InfDuration
	if deadline, ok := ctx.Deadline(); ok {
		most = deadline.Sub(now)
	}
	r := lim.reserve(now, n, most)
	if !r.ok {
		return fmt.Errorf("rate: Wait(n=%d) would exceed context deadline", n)
	}
	delay := r.DelayFrom(now)
	if delay == 0 {
		return nil
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		r.Cancel()
		return ctx.Err()
	}
}

func (lim *Limiter) reserve(t time.Time, n int, most time.Duration) Reservation {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	if lim.limit == Inf {
		return Reservation{ok: true, lim: lim, tokens: n, at: t}
	}
	t, tokens := lim.advance(t)
	tokens -= float64(n)
	var wait time.Duration
	if tokens < 0 {
		wait = lim.limit.duration(-tokens)
	}
	r := Reservation{ok: n <= lim.burst && wait <= most, lim: lim, limit: lim.limit}
	if r.ok {
		r.tokens = n
		r.at = t.Add(wait)
		lim.last = t
		lim.tokens = tokens
		lim.lastEvent = r.at
	}
	return r
}

// Sometimes does something now and then.
type Sometimes struct {
	First    int
	Every    int
	Interval time.Duration
	mu       sync.Mutex
	count    int
	last     time.Time
}

// Do calls f if it is time.
func (s *Sometimes) Do(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.count == 0 || s.First > 0 && s.count < s.First || s.Every > 0 && s.count%s.Every == 0 ||
		s.Interval > 0 && time.Since(s.last) >= s.Interval {
		f()
		if s.Interval > 0 {
			s.last = time.Now()
		}
	}
	s.count++
}
