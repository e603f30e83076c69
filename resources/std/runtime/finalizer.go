// SPDX-License-Identifier: MIT

package runtime

// GC collects garbage now, and lets finalizers that are ready run.
func GC() {
	collect()
	for i := 0; i < 100 && finalizing(); i++ {
		Gosched()
	}
}

func collect()
func finalizing() bool

// SetFinalizer has finalizer called with obj, on a goroutine of the runtime, once a collection has found that nothing
// leads to obj any more. A nil finalizer clears the one that was set.
func SetFinalizer(obj any, finalizer any) { setFinalizer(obj, finalizer, runFinalizers) }

// Cleanup is a handle to a cleanup of AddCleanup.
type Cleanup struct {
	id uint64
}

// Stop cancels the cleanup.
func (c Cleanup) Stop() { stopCleanup(c.id) }

// AddCleanup has cleanup called with arg once nothing leads to ptr any more.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	return Cleanup{addCleanup(ptr, func() { cleanup(arg) }, runFinalizers)}
}

func setFinalizer(obj, finalizer any, run func())
func addCleanup(ptr any, cleanup func(), run func()) uint64
func stopCleanup(id uint64)

// nextFinalizer takes one whose time has come: it is in the one function that is not nil, by how
// many words it returns.
func nextFinalizer() (more bool, object *byte, boxed any, f0 func(*byte), f1 func(*byte) [1]uintptr,
	f2 func(*byte) [2]uintptr, f3 func(*byte) [3]uintptr, b0 func(any), b1 func(any) [1]uintptr, cleanup func())

// runFinalizers is a goroutine that the machine starts when finalizers are ready.
func runFinalizers() {
	for {
		more, object, boxed, f0, f1, f2, f3, b0, b1, cleanup := nextFinalizer()
		switch {
		case !more:
			return
		case f0 != nil:
			f0(object)
		case f1 != nil:
			f1(object)
		case f2 != nil:
			f2(object)
		case f3 != nil:
			f3(object)
		case b0 != nil:
			b0(boxed)
		case b1 != nil:
			b1(boxed)
		case cleanup != nil:
			cleanup()
		}
	}
}
