// SPDX-License-Identifier: MIT

// Package pprof would write profiles. There are none.
package pprof

import (
	"context"
	"io"
)

// Profile is a profile by name.
type Profile struct {
	name string
}

// Lookup gives a profile that is empty.
func Lookup(name string) *Profile { return &Profile{name} }

// Name gives the name.
func (p *Profile) Name() string { return p.name }

// Count is 0.
func (p *Profile) Count() int { return 0 }

// WriteTo writes nothing.
func (p *Profile) WriteTo(w io.Writer, debug int) error { return nil }

// StartCPUProfile does nothing.
func StartCPUProfile(w io.Writer) error { return nil }

// StopCPUProfile does nothing.
func StopCPUProfile() {}

// WriteHeapProfile writes nothing.
func WriteHeapProfile(w io.Writer) error { return nil }

// LabelSet is a set of labels.
type LabelSet struct{}

// Labels makes a set.
func Labels(args ...string) LabelSet { return LabelSet{} }

// Do calls f.
func Do(ctx context.Context, labels LabelSet, f func(context.Context)) { f(ctx) }
