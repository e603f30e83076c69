// SPDX-License-Identifier: MIT

// Package runtime: what a program may ask of the machine. This file has the error types that the machine itself
// raises; their names and forms are known to engine/run/panic.c.
package runtime

// Error identifies a run time error.
type Error interface {
	error
	RuntimeError()
}

// errorString is raised for faults such as a nil dereference; its text is printed behind "runtime error: ".
type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// boundsError is raised for an index or slice bound out of range.
type boundsError string

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return "runtime error: " + string(e) }

// plainError is raised for faults whose text stands alone ("close of closed channel").
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// TypeAssertionError explains a failed type assertion. The machine fills it: the texts of the interface type, of the
// value's type ("" for a nil interface), of the asserted type, the name of the method that is missing, and in what two
// types with one text differ.
type TypeAssertionError struct {
	iface         string
	concrete      string
	asserted      string
	missingMethod string
	difference    string
}

func (*TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string {
	iface := e.iface
	if iface == "" {
		iface = "interface"
	}
	if e.concrete == "" {
		return "interface conversion: " + iface + " is nil, not " + e.asserted
	}
	if e.missingMethod == "" {
		text := "interface conversion: " + iface + " is " + e.concrete + ", not " + e.asserted
		if e.concrete == e.asserted {
			text += " (types from different " + e.difference + ")"
		}
		return text
	}
	return "interface conversion: " + e.concrete + " is not " + e.asserted + ": missing method " + e.missingMethod
}

// PanicNilError is the value of panic(nil).
type PanicNilError struct {
	_ [0]func()
}

func (*PanicNilError) RuntimeError() {}
func (*PanicNilError) Error() string {
	return "panic called with nil argument (use GODEBUG=panicnil=1 to disable)"
}

// panicNil makes the value that panic(nil) raises.
func panicNil() any { return new(PanicNilError) }
