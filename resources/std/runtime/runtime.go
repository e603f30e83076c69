// SPDX-License-Identifier: MIT

package runtime

import "unsafe"

const (
	GOOS     = "linux"
	GOARCH   = "amd64"
	Compiler = "gc"
)

// Gosched lets other goroutines run.
func Gosched()

// Goexit ends the calling goroutine after its deferred calls.
func Goexit()

// NumGoroutine tells how many goroutines live.
func NumGoroutine() int

// NumCPU tells how many processors the machine may use.
func NumCPU() int

// GOMAXPROCS tells the number of workers and, for n > 0, sets it.
func GOMAXPROCS(n int) int

// NumCgoCall is 0: there is no C.
func NumCgoCall() int64 { return 0 }

// LockOSThread does nothing: goroutines belong to no thread.
func LockOSThread() {}

// UnlockOSThread does nothing.
func UnlockOSThread() {}

// KeepAlive keeps x reachable up to here.
func KeepAlive(x any) {}

// GOROOT is where Go lies: nowhere.
func GOROOT() string { return "/usr/local/go" }

// Version is the version of Go whose language this is.
func Version() string { return "go1.25" }

// MemStats has the numbers of the heap. Only those that the machine has are set.
type MemStats struct {
	Alloc         uint64
	TotalAlloc    uint64
	Sys           uint64
	Lookups       uint64
	Mallocs       uint64
	Frees         uint64
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

func memStats() (heapBytes, allocatedBytes, collections, pauseMax, objects uint64)

// ReadMemStats fills m.
func ReadMemStats(m *MemStats) {
	alive, total, collections, pause, objects := memStats()
	freed := uint64(0)
	if total > alive { // the objects that live are taken to be of middle size
		freed = uint64(float64(objects) * (float64(total-alive) / float64(total)))
	}
	*m = MemStats{Alloc: alive, TotalAlloc: total, Sys: alive, Mallocs: objects, Frees: freed,
		HeapAlloc: alive, HeapSys: alive, HeapInuse: alive, HeapObjects: objects - freed, PauseTotalNs: pause,
		NumGC: uint32(collections), EnableGC: true}
}

// A Func is a function of the running program.
type Func struct {
	pc uintptr
}

// Frame is one call on a stack.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames walks the frames of program counters.
type Frames struct {
	pcs []uintptr
}

// callerPC is the program counter of the skip'th caller of the function that calls it, or 0.
func callerPC(skip int) uintptr

// place tells where a program counter lies; name is "" for one that is none.
func place(pc uintptr) (name, file string, line int, entry uintptr)

// Caller tells the place of the skip'th caller.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	pc = callerPC(skip + 1)
	if pc == 0 {
		return 0, "", 0, false
	}
	_, file, line, _ = place(pc)
	return pc, file, line, true
}

// Callers fills pc with the program counters of the callers. Skip 0 is Callers itself.
func Callers(skip int, pc []uintptr) int {
	for i := range pc {
		at := callerPC(skip + i)
		if at == 0 {
			return i
		}
		pc[i] = at
	}
	return len(pc)
}

// CallersFrames makes a walk over the frames of Callers.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next gives the next frame and whether more follow.
func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.pcs) == 0 {
		return Frame{}, false
	}
	pc := f.pcs[0]
	f.pcs = f.pcs[1:]
	name, file, line, entry := place(pc)
	return Frame{PC: pc, Func: &Func{pc}, Function: name, File: file, Line: line, Entry: entry}, len(f.pcs) > 0
}

// FuncForPC gives the function that has pc, or nil.
func FuncForPC(pc uintptr) *Func {
	if name, _, _, _ := place(pc); name == "" {
		return nil
	}
	return &Func{pc}
}

// Name of the function, with its package.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	name, _, _, _ := place(f.pc)
	return name
}

// Entry is the program counter at which the function begins.
func (f *Func) Entry() uintptr {
	_, _, _, entry := place(f.pc)
	return entry
}

// FileLine tells the place of pc.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line, _ = place(pc)
	return file, line
}

// stackText is the trace of the calling goroutine, or of all of them.
func stackText(all bool) string

// Stack writes the trace of the goroutine into buf and tells how many bytes it took.
func Stack(buf []byte, all bool) int { return copy(buf, stackText(all)) }

// Breakpoint does nothing.
func Breakpoint() {}

// Pinner pins objects; nothing moves here anyway.
type Pinner struct {
	refs []any
}

// Pin keeps the object alive until Unpin.
func (p *Pinner) Pin(pointer any) { p.refs = append(p.refs, pointer) }

// Unpin lets all pinned objects go.
func (p *Pinner) Unpin() { p.refs = nil }

var _ unsafe.Pointer

// MemProfileRate is not used: there are no profiles.
var MemProfileRate int = 512 * 1024

// StackRecord is a stack of a profile.
type StackRecord struct {
	Stack0 [32]uintptr
}

// Stack gives the program counters.
func (r *StackRecord) Stack() []uintptr {
	for i, v := range r.Stack0 {
		if v == 0 {
			return r.Stack0[:i]
		}
	}
	return r.Stack0[:]
}

// MemProfileRecord is an entry of a profile.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

// InUseBytes is what has not been freed.
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects is what has not been freed.
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack gives the program counters.
func (r *MemProfileRecord) Stack() []uintptr { return nil }

// MemProfile has no entries.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }

// GoroutineProfile has no entries.
func GoroutineProfile(p []StackRecord) (n int, ok bool) { return 0, true }

// BlockProfileRecord is an entry of a profile.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

// SetBlockProfileRate does nothing.
func SetBlockProfileRate(rate int) {}

// SetMutexProfileFraction does nothing.
func SetMutexProfileFraction(rate int) int { return 0 }

// SetCPUProfileRate does nothing.
func SetCPUProfileRate(hz int) {}
