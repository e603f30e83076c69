// SPDX-License-Identifier: MIT

package reflect

import "unsafe"

// Calls of functions whose type is known only at run time. In a frame all values are slots of 8 bytes, results first,
// then arguments, and an array of uintptrs is its slots: a function of any type may be called as one from an array to an
// array if the count of result slots is right. What lies behind the arguments that there are is nobody's.
//
// Between a call's return and the store that follows it, and between a function's beginning and its first store, the
// collector does not run, so that no pointer is lost while it is a uintptr.

const (
	fewArgs     = 16
	moreArgs    = 128
	mostArgs    = 2048
	mostResults = 64
)

type few = [fewArgs]uintptr
type more = [moreArgs]uintptr
type many = [mostArgs]uintptr

// frame has the slots of a call of a made function: pointers, so that the collector sees them.
type frame struct {
	args, res []unsafe.Pointer
}

func callAs[A, R any](fn, args, res unsafe.Pointer) {
	f := *(*func(A) R)(unsafe.Pointer(&fn))
	*(*R)(res) = f(*(*A)(args))
}

func callWith[R any](fn unsafe.Pointer, f *frame) {
	if len(f.args) <= fewArgs {
		callAs[few, R](fn, unsafe.Pointer(&f.args[0]), unsafe.Pointer(&f.res[0]))
	} else if len(f.args) <= moreArgs {
		callAs[more, R](fn, unsafe.Pointer(&f.args[0]), unsafe.Pointer(&f.res[0]))
	} else {
		callAs[many, R](fn, unsafe.Pointer(&f.args[0]), unsafe.Pointer(&f.res[0]))
	}
}

// newFrame makes room for a call's slots.
func newFrame(args, results int) *frame {
	if args > mostArgs || results > mostResults {
		panic("reflect: arguments or results are too large")
	}
	room := fewArgs
	if args > moreArgs {
		room = mostArgs
	} else if args > fewArgs {
		room = moreArgs
	}
	return &frame{make([]unsafe.Pointer, room), make([]unsafe.Pointer, mostResults)}
}

func madeAs[A, R any](args, results int, handle func(*frame)) unsafe.Pointer {
	f := func(a A) R {
		t := newFrame(args, results)
		*(*A)(unsafe.Pointer(&t.args[0])) = a
		handle(t)
		return *(*R)(unsafe.Pointer(&t.res[0]))
	}
	return *(*unsafe.Pointer)(unsafe.Pointer(&f))
}

func madeWith[R any](args, results int, handle func(*frame)) unsafe.Pointer {
	if args <= fewArgs {
		return madeAs[few, R](args, results, handle)
	}
	if args <= moreArgs {
		return madeAs[more, R](args, results, handle)
	}
	return madeAs[many, R](args, results, handle)
}

// call calls fn with a frame's arguments, and stores its results there.
func call(fn unsafe.Pointer, f *frame, results int) {
	switch results {
	case 0:
		callWith[[0]uintptr](fn, f)
	case 1:
		callWith[[1]uintptr](fn, f)
	case 2:
		callWith[[2]uintptr](fn, f)
	case 3:
		callWith[[3]uintptr](fn, f)
	case 4:
		callWith[[4]uintptr](fn, f)
	case 5:
		callWith[[5]uintptr](fn, f)
	case 6:
		callWith[[6]uintptr](fn, f)
	case 7:
		callWith[[7]uintptr](fn, f)
	case 8:
		callWith[[8]uintptr](fn, f)
	case 9:
		callWith[[9]uintptr](fn, f)
	case 10:
		callWith[[10]uintptr](fn, f)
	case 11:
		callWith[[11]uintptr](fn, f)
	case 12:
		callWith[[12]uintptr](fn, f)
	case 13:
		callWith[[13]uintptr](fn, f)
	case 14:
		callWith[[14]uintptr](fn, f)
	case 15:
		callWith[[15]uintptr](fn, f)
	case 16:
		callWith[[16]uintptr](fn, f)
	default:
		callMore(fn, f, results)
	}
}

func callMore(fn unsafe.Pointer, f *frame, results int) {
	switch results {
	case 17:
		callWith[[17]uintptr](fn, f)
	case 18:
		callWith[[18]uintptr](fn, f)
	case 19:
		callWith[[19]uintptr](fn, f)
	case 20:
		callWith[[20]uintptr](fn, f)
	case 21:
		callWith[[21]uintptr](fn, f)
	case 22:
		callWith[[22]uintptr](fn, f)
	case 23:
		callWith[[23]uintptr](fn, f)
	case 24:
		callWith[[24]uintptr](fn, f)
	case 25:
		callWith[[25]uintptr](fn, f)
	case 26:
		callWith[[26]uintptr](fn, f)
	case 27:
		callWith[[27]uintptr](fn, f)
	case 28:
		callWith[[28]uintptr](fn, f)
	case 29:
		callWith[[29]uintptr](fn, f)
	case 30:
		callWith[[30]uintptr](fn, f)
	case 31:
		callWith[[31]uintptr](fn, f)
	case 32:
		callWith[[32]uintptr](fn, f)
	case 33:
		callWith[[33]uintptr](fn, f)
	case 34:
		callWith[[34]uintptr](fn, f)
	case 35:
		callWith[[35]uintptr](fn, f)
	case 36:
		callWith[[36]uintptr](fn, f)
	case 37:
		callWith[[37]uintptr](fn, f)
	case 38:
		callWith[[38]uintptr](fn, f)
	case 39:
		callWith[[39]uintptr](fn, f)
	case 40:
		callWith[[40]uintptr](fn, f)
	case 41:
		callWith[[41]uintptr](fn, f)
	case 42:
		callWith[[42]uintptr](fn, f)
	case 43:
		callWith[[43]uintptr](fn, f)
	case 44:
		callWith[[44]uintptr](fn, f)
	case 45:
		callWith[[45]uintptr](fn, f)
	case 46:
		callWith[[46]uintptr](fn, f)
	case 47:
		callWith[[47]uintptr](fn, f)
	case 48:
		callWith[[48]uintptr](fn, f)
	case 49:
		callWith[[49]uintptr](fn, f)
	case 50:
		callWith[[50]uintptr](fn, f)
	case 51:
		callWith[[51]uintptr](fn, f)
	case 52:
		callWith[[52]uintptr](fn, f)
	case 53:
		callWith[[53]uintptr](fn, f)
	case 54:
		callWith[[54]uintptr](fn, f)
	case 55:
		callWith[[55]uintptr](fn, f)
	case 56:
		callWith[[56]uintptr](fn, f)
	case 57:
		callWith[[57]uintptr](fn, f)
	case 58:
		callWith[[58]uintptr](fn, f)
	case 59:
		callWith[[59]uintptr](fn, f)
	case 60:
		callWith[[60]uintptr](fn, f)
	case 61:
		callWith[[61]uintptr](fn, f)
	case 62:
		callWith[[62]uintptr](fn, f)
	case 63:
		callWith[[63]uintptr](fn, f)
	case 64:
		callWith[[64]uintptr](fn, f)
	}
}

// trampoline makes a function value that hands its argument slots to handle, which stores the result slots.
func trampoline(args, results int, handle func(*frame)) unsafe.Pointer {
	newFrame(args, results)
	switch results {
	case 0:
		return madeWith[[0]uintptr](args, results, handle)
	case 1:
		return madeWith[[1]uintptr](args, results, handle)
	case 2:
		return madeWith[[2]uintptr](args, results, handle)
	case 3:
		return madeWith[[3]uintptr](args, results, handle)
	case 4:
		return madeWith[[4]uintptr](args, results, handle)
	case 5:
		return madeWith[[5]uintptr](args, results, handle)
	case 6:
		return madeWith[[6]uintptr](args, results, handle)
	case 7:
		return madeWith[[7]uintptr](args, results, handle)
	case 8:
		return madeWith[[8]uintptr](args, results, handle)
	case 9:
		return madeWith[[9]uintptr](args, results, handle)
	case 10:
		return madeWith[[10]uintptr](args, results, handle)
	case 11:
		return madeWith[[11]uintptr](args, results, handle)
	case 12:
		return madeWith[[12]uintptr](args, results, handle)
	case 13:
		return madeWith[[13]uintptr](args, results, handle)
	case 14:
		return madeWith[[14]uintptr](args, results, handle)
	case 15:
		return madeWith[[15]uintptr](args, results, handle)
	case 16:
		return madeWith[[16]uintptr](args, results, handle)
	}
	return trampolineMore(args, results, handle)
}

func trampolineMore(args, results int, handle func(*frame)) unsafe.Pointer {
	switch results {
	case 17:
		return madeWith[[17]uintptr](args, results, handle)
	case 18:
		return madeWith[[18]uintptr](args, results, handle)
	case 19:
		return madeWith[[19]uintptr](args, results, handle)
	case 20:
		return madeWith[[20]uintptr](args, results, handle)
	case 21:
		return madeWith[[21]uintptr](args, results, handle)
	case 22:
		return madeWith[[22]uintptr](args, results, handle)
	case 23:
		return madeWith[[23]uintptr](args, results, handle)
	case 24:
		return madeWith[[24]uintptr](args, results, handle)
	case 25:
		return madeWith[[25]uintptr](args, results, handle)
	case 26:
		return madeWith[[26]uintptr](args, results, handle)
	case 27:
		return madeWith[[27]uintptr](args, results, handle)
	case 28:
		return madeWith[[28]uintptr](args, results, handle)
	case 29:
		return madeWith[[29]uintptr](args, results, handle)
	case 30:
		return madeWith[[30]uintptr](args, results, handle)
	case 31:
		return madeWith[[31]uintptr](args, results, handle)
	case 32:
		return madeWith[[32]uintptr](args, results, handle)
	case 33:
		return madeWith[[33]uintptr](args, results, handle)
	case 34:
		return madeWith[[34]uintptr](args, results, handle)
	case 35:
		return madeWith[[35]uintptr](args, results, handle)
	case 36:
		return madeWith[[36]uintptr](args, results, handle)
	case 37:
		return madeWith[[37]uintptr](args, results, handle)
	case 38:
		return madeWith[[38]uintptr](args, results, handle)
	case 39:
		return madeWith[[39]uintptr](args, results, handle)
	case 40:
		return madeWith[[40]uintptr](args, results, handle)
	case 41:
		return madeWith[[41]uintptr](args, results, handle)
	case 42:
		return madeWith[[42]uintptr](args, results, handle)
	case 43:
		return madeWith[[43]uintptr](args, results, handle)
	case 44:
		return madeWith[[44]uintptr](args, results, handle)
	case 45:
		return madeWith[[45]uintptr](args, results, handle)
	case 46:
		return madeWith[[46]uintptr](args, results, handle)
	case 47:
		return madeWith[[47]uintptr](args, results, handle)
	case 48:
		return madeWith[[48]uintptr](args, results, handle)
	case 49:
		return madeWith[[49]uintptr](args, results, handle)
	case 50:
		return madeWith[[50]uintptr](args, results, handle)
	case 51:
		return madeWith[[51]uintptr](args, results, handle)
	case 52:
		return madeWith[[52]uintptr](args, results, handle)
	case 53:
		return madeWith[[53]uintptr](args, results, handle)
	case 54:
		return madeWith[[54]uintptr](args, results, handle)
	case 55:
		return madeWith[[55]uintptr](args, results, handle)
	case 56:
		return madeWith[[56]uintptr](args, results, handle)
	case 57:
		return madeWith[[57]uintptr](args, results, handle)
	case 58:
		return madeWith[[58]uintptr](args, results, handle)
	case 59:
		return madeWith[[59]uintptr](args, results, handle)
	case 60:
		return madeWith[[60]uintptr](args, results, handle)
	case 61:
		return madeWith[[61]uintptr](args, results, handle)
	case 62:
		return madeWith[[62]uintptr](args, results, handle)
	case 63:
		return madeWith[[63]uintptr](args, results, handle)
	case 64:
		return madeWith[[64]uintptr](args, results, handle)
	}
	return nil
}
