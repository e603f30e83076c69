#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# Writes resources/std/reflect/trampolines.go. Run in engine/std.
ARGS, RESULTS = 16, 8


def params(n):
    return ', '.join('a%d' % i for i in range(n)) + ' uintptr' if n else ''


def results(n):
    if n == 0:
        return ''
    return ' (' + ', '.join('r%d' % i for i in range(n)) + ' uintptr)'


out = '''// SPDX-License-Identifier: MIT
// Written by engine/std/trampolines.py.
//
// Calls of functions whose type is known only at run time. In a frame all values are slots of 8 bytes, results first,
// then arguments: a function of any type may be called as one of uintptrs if the count of result slots is right.
// Between a call's return and the stores that follow it, and between a function's beginning and its first stores, the
// collector does not run, so that no pointer is lost while it is a uintptr.

package reflect

import "unsafe"

// call calls fn with the argument slots at args, and stores the result slots at res.
func call(fn unsafe.Pointer, args *[%d]uintptr, res *[%d]uintptr, results int) {
	switch results {
''' % (ARGS, RESULTS)
actual = ', '.join('args[%d]' % i for i in range(ARGS))
for r in range(RESULTS + 1):
    out += '\tcase %d:\n' % r
    out += '\t\tf := *(*func(%s)%s)(unsafe.Pointer(&fn))\n' % (params(ARGS), results(r))
    if r:
        out += '\t\t%s := f(%s)\n' % (', '.join('r%d' % i for i in range(r)), actual)
        for i in range(r):
            out += '\t\tres[%d] = r%d\n' % (i, i)
    else:
        out += '\t\tf(%s)\n' % actual
out += '''	default:
		panic("reflect: too many results")
	}
}

// frame has the slots of a call of a made function: pointers, so that the collector sees them.
type frame struct {
	args [%d]unsafe.Pointer
	res  [%d]unsafe.Pointer
}

// trampoline makes a function value that hands its argument slots to handle, which stores the result slots.
func trampoline(args, results int, handle func(*frame)) unsafe.Pointer {
	switch %d*results + args {
''' % (ARGS, RESULTS, ARGS + 1)


def case(a, r):
    text = '\tcase %d*%d + %d:\n' % (ARGS + 1, r, a)
    text += '\t\tf := func(%s)%s {\n' % (params(a), results(r))
    text += '\t\t\tt := new(frame)\n'
    if a:
        text += '\t\t\targs := (*[%d]uintptr)(unsafe.Pointer(&t.args))\n' % ARGS
    for i in range(a):
        text += '\t\t\targs[%d] = a%d\n' % (i, i)
    text += '\t\t\thandle(t)\n'
    if r:
        text += '\t\t\tres := (*[%d]uintptr)(unsafe.Pointer(&t.res))\n' % RESULTS
        text += '\t\t\treturn %s\n' % ', '.join('res[%d]' % i for i in range(r))
    text += '\t\t}\n\t\treturn *(*unsafe.Pointer)(unsafe.Pointer(&f))\n'
    return text


for r in range(5):
    for a in range(9):
        out += case(a, r)
for r in range(RESULTS + 1):
    out += case(ARGS, r)
out += '''	}
	if args < %d {
		return trampoline(%d, results, handle)
	}
	panic("reflect: too many arguments or results")
}
''' % (ARGS, ARGS)
open('../../resources/std/reflect/trampolines.go', 'w').write(out)
