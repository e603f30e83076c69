// SPDX-License-Identifier: MIT

// Package trace would write traces. There are none.
package trace

import (
	"context"
	"io"
)

// Start does nothing.
func Start(w io.Writer) error { return nil }

// Stop does nothing.
func Stop() {}

// IsEnabled is false.
func IsEnabled() bool { return false }

// Task is a task of a trace.
type Task struct{}

// NewTask makes a task.
func NewTask(ctx context.Context, taskType string) (context.Context, *Task) { return ctx, &Task{} }

// End ends the task.
func (t *Task) End() {}

// Region is a region of a trace.
type Region struct{}

// StartRegion begins a region.
func StartRegion(ctx context.Context, regionType string) *Region { return &Region{} }

// End ends the region.
func (r *Region) End() {}

// WithRegion calls fn.
func WithRegion(ctx context.Context, regionType string, fn func()) { fn() }

// Log does nothing.
func Log(ctx context.Context, category, message string) {}

// Logf does nothing.
func Logf(ctx context.Context, category, format string, args ...any) {}
