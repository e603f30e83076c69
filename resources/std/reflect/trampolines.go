// SPDX-License-Identifier: MIT
// Written by engine/std/trampolines.py.
//
// Calls of functions whose type is known only at run time. In a frame all values are slots of 8 bytes, results first,
// then arguments: a function of any type may be called as one of uintptrs if the count of result slots is right.
// Between a call's return and the stores that follow it, and between a function's beginning and its first stores, the
// collector does not run, so that no pointer is lost while it is a uintptr.

package reflect

import "unsafe"

// call calls fn with the argument slots at args, and stores the result slots at res.
func call(fn unsafe.Pointer, args *[16]uintptr, res *[8]uintptr, results int) {
	switch results {
	case 0:
		f := *(*func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr))(unsafe.Pointer(&fn))
		f(args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7], args[8], args[9], args[10], args[11], args[12], args[13], args[14], args[15])
	case 1:
		f := *(*func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0 uintptr))(unsafe.Pointer(&fn))
		r0 := f(args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7], args[8], args[9], args[10], args[11], args[12], args[13], args[14], args[15])
		res[0] = r0
	case 2:
		f := *(*func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1 uintptr))(unsafe.Pointer(&fn))
		r0, r1 := f(args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7], args[8], args[9], args[10], args[11], args[12], args[13], args[14], args[15])
		res[0] = r0
		res[1] = r1
	case 3:
		f := *(*func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1, r2 uintptr))(unsafe.Pointer(&fn))
		r0, r1, r2 := f(args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7], args[8], args[9], args[10], args[11], args[12], args[13], args[14], args[15])
		res[0] = r0
		res[1] = r1
		res[2] = r2
	case 4:
		f := *(*func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1, r2, r3 uintptr))(unsafe.Pointer(&fn))
		r0, r1, r2, r3 := f(args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7], args[8], args[9], args[10], args[11], args[12], args[13], args[14], args[15])
		res[0] = r0
		res[1] = r1
		res[2] = r2
		res[3] = r3
	case 5:
		f := *(*func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1, r2, r3, r4 uintptr))(unsafe.Pointer(&fn))
		r0, r1, r2, r3, r4 := f(args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7], args[8], args[9], args[10], args[11], args[12], args[13], args[14], args[15])
		res[0] = r0
		res[1] = r1
		res[2] = r2
		res[3] = r3
		res[4] = r4
	case 6:
		f := *(*func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1, r2, r3, r4, r5 uintptr))(unsafe.Pointer(&fn))
		r0, r1, r2, r3, r4, r5 := f(args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7], args[8], args[9], args[10], args[11], args[12], args[13], args[14], args[15])
		res[0] = r0
		res[1] = r1
		res[2] = r2
		res[3] = r3
		res[4] = r4
		res[5] = r5
	case 7:
		f := *(*func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1, r2, r3, r4, r5, r6 uintptr))(unsafe.Pointer(&fn))
		r0, r1, r2, r3, r4, r5, r6 := f(args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7], args[8], args[9], args[10], args[11], args[12], args[13], args[14], args[15])
		res[0] = r0
		res[1] = r1
		res[2] = r2
		res[3] = r3
		res[4] = r4
		res[5] = r5
		res[6] = r6
	case 8:
		f := *(*func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1, r2, r3, r4, r5, r6, r7 uintptr))(unsafe.Pointer(&fn))
		r0, r1, r2, r3, r4, r5, r6, r7 := f(args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7], args[8], args[9], args[10], args[11], args[12], args[13], args[14], args[15])
		res[0] = r0
		res[1] = r1
		res[2] = r2
		res[3] = r3
		res[4] = r4
		res[5] = r5
		res[6] = r6
		res[7] = r7
	default:
		panic("reflect: too many results")
	}
}

// frame has the slots of a call of a made function: pointers, so that the collector sees them.
type frame struct {
	args [16]unsafe.Pointer
	res  [8]unsafe.Pointer
}

// trampoline makes a function value that hands its argument slots to handle, which stores the result slots.
func trampoline(args, results int, handle func(*frame)) unsafe.Pointer {
	switch 17*results + args {
	case 17*0 + 0:
		f := func() {
			t := new(frame)
			handle(t)
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*0 + 1:
		f := func(a0 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			handle(t)
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*0 + 2:
		f := func(a0, a1 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			handle(t)
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*0 + 3:
		f := func(a0, a1, a2 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			handle(t)
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*0 + 4:
		f := func(a0, a1, a2, a3 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			handle(t)
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*0 + 5:
		f := func(a0, a1, a2, a3, a4 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			handle(t)
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*0 + 6:
		f := func(a0, a1, a2, a3, a4, a5 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			handle(t)
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*0 + 7:
		f := func(a0, a1, a2, a3, a4, a5, a6 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			handle(t)
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*0 + 8:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			handle(t)
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*1 + 0:
		f := func() (r0 uintptr) {
			t := new(frame)
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*1 + 1:
		f := func(a0 uintptr) (r0 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*1 + 2:
		f := func(a0, a1 uintptr) (r0 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*1 + 3:
		f := func(a0, a1, a2 uintptr) (r0 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*1 + 4:
		f := func(a0, a1, a2, a3 uintptr) (r0 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*1 + 5:
		f := func(a0, a1, a2, a3, a4 uintptr) (r0 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*1 + 6:
		f := func(a0, a1, a2, a3, a4, a5 uintptr) (r0 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*1 + 7:
		f := func(a0, a1, a2, a3, a4, a5, a6 uintptr) (r0 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*1 + 8:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7 uintptr) (r0 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*2 + 0:
		f := func() (r0, r1 uintptr) {
			t := new(frame)
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*2 + 1:
		f := func(a0 uintptr) (r0, r1 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*2 + 2:
		f := func(a0, a1 uintptr) (r0, r1 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*2 + 3:
		f := func(a0, a1, a2 uintptr) (r0, r1 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*2 + 4:
		f := func(a0, a1, a2, a3 uintptr) (r0, r1 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*2 + 5:
		f := func(a0, a1, a2, a3, a4 uintptr) (r0, r1 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*2 + 6:
		f := func(a0, a1, a2, a3, a4, a5 uintptr) (r0, r1 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*2 + 7:
		f := func(a0, a1, a2, a3, a4, a5, a6 uintptr) (r0, r1 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*2 + 8:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7 uintptr) (r0, r1 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*3 + 0:
		f := func() (r0, r1, r2 uintptr) {
			t := new(frame)
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*3 + 1:
		f := func(a0 uintptr) (r0, r1, r2 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*3 + 2:
		f := func(a0, a1 uintptr) (r0, r1, r2 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*3 + 3:
		f := func(a0, a1, a2 uintptr) (r0, r1, r2 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*3 + 4:
		f := func(a0, a1, a2, a3 uintptr) (r0, r1, r2 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*3 + 5:
		f := func(a0, a1, a2, a3, a4 uintptr) (r0, r1, r2 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*3 + 6:
		f := func(a0, a1, a2, a3, a4, a5 uintptr) (r0, r1, r2 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*3 + 7:
		f := func(a0, a1, a2, a3, a4, a5, a6 uintptr) (r0, r1, r2 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*3 + 8:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7 uintptr) (r0, r1, r2 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*4 + 0:
		f := func() (r0, r1, r2, r3 uintptr) {
			t := new(frame)
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*4 + 1:
		f := func(a0 uintptr) (r0, r1, r2, r3 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*4 + 2:
		f := func(a0, a1 uintptr) (r0, r1, r2, r3 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*4 + 3:
		f := func(a0, a1, a2 uintptr) (r0, r1, r2, r3 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*4 + 4:
		f := func(a0, a1, a2, a3 uintptr) (r0, r1, r2, r3 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*4 + 5:
		f := func(a0, a1, a2, a3, a4 uintptr) (r0, r1, r2, r3 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*4 + 6:
		f := func(a0, a1, a2, a3, a4, a5 uintptr) (r0, r1, r2, r3 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*4 + 7:
		f := func(a0, a1, a2, a3, a4, a5, a6 uintptr) (r0, r1, r2, r3 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*4 + 8:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7 uintptr) (r0, r1, r2, r3 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*0 + 16:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			args[8] = a8
			args[9] = a9
			args[10] = a10
			args[11] = a11
			args[12] = a12
			args[13] = a13
			args[14] = a14
			args[15] = a15
			handle(t)
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*1 + 16:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			args[8] = a8
			args[9] = a9
			args[10] = a10
			args[11] = a11
			args[12] = a12
			args[13] = a13
			args[14] = a14
			args[15] = a15
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*2 + 16:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			args[8] = a8
			args[9] = a9
			args[10] = a10
			args[11] = a11
			args[12] = a12
			args[13] = a13
			args[14] = a14
			args[15] = a15
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*3 + 16:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1, r2 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			args[8] = a8
			args[9] = a9
			args[10] = a10
			args[11] = a11
			args[12] = a12
			args[13] = a13
			args[14] = a14
			args[15] = a15
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*4 + 16:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1, r2, r3 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			args[8] = a8
			args[9] = a9
			args[10] = a10
			args[11] = a11
			args[12] = a12
			args[13] = a13
			args[14] = a14
			args[15] = a15
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*5 + 16:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1, r2, r3, r4 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			args[8] = a8
			args[9] = a9
			args[10] = a10
			args[11] = a11
			args[12] = a12
			args[13] = a13
			args[14] = a14
			args[15] = a15
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3], res[4]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*6 + 16:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1, r2, r3, r4, r5 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			args[8] = a8
			args[9] = a9
			args[10] = a10
			args[11] = a11
			args[12] = a12
			args[13] = a13
			args[14] = a14
			args[15] = a15
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3], res[4], res[5]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*7 + 16:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1, r2, r3, r4, r5, r6 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			args[8] = a8
			args[9] = a9
			args[10] = a10
			args[11] = a11
			args[12] = a12
			args[13] = a13
			args[14] = a14
			args[15] = a15
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3], res[4], res[5], res[6]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	case 17*8 + 16:
		f := func(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15 uintptr) (r0, r1, r2, r3, r4, r5, r6, r7 uintptr) {
			t := new(frame)
			args := (*[16]uintptr)(unsafe.Pointer(&t.args))
			args[0] = a0
			args[1] = a1
			args[2] = a2
			args[3] = a3
			args[4] = a4
			args[5] = a5
			args[6] = a6
			args[7] = a7
			args[8] = a8
			args[9] = a9
			args[10] = a10
			args[11] = a11
			args[12] = a12
			args[13] = a13
			args[14] = a14
			args[15] = a15
			handle(t)
			res := (*[8]uintptr)(unsafe.Pointer(&t.res))
			return res[0], res[1], res[2], res[3], res[4], res[5], res[6], res[7]
		}
		return *(*unsafe.Pointer)(unsafe.Pointer(&f))
	}
	if args < 16 {
		return trampoline(16, results, handle)
	}
	panic("reflect: too many arguments or results")
}
