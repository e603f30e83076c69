// SPDX-License-Identifier: MIT

package reflect

import (
	"runtime"
	"unsafe"
)

func chanMake(typ *rtype, n int) unsafe.Pointer
func chanClose(c unsafe.Pointer)
func chanSend(c, room unsafe.Pointer)
func chanReceive(c, room unsafe.Pointer) (ok bool)
func chanSelect(room unsafe.Pointer, cases []uint16, block bool)

// A value on its way through a channel lies in a room in frame form: words that the collector takes for pointers, so
// that it sees those that are.
func newRoom(slots int) []unsafe.Pointer { return make([]unsafe.Pointer, slots+1) }

// MakeChan makes a channel.
func MakeChan(typ Type, buffer int) Value {
	if typ.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	t := typ.common()
	r := allocate(t, 1)
	*(*unsafe.Pointer)(r) = chanMake(t, buffer)
	return Value{t, r, 0}
}

func (v Value) sendable() {
	if v.typ.ChanDir()&SendDir == 0 {
		panic("reflect: send on recv-only channel")
	}
}

func (v Value) receivable() {
	if v.typ.ChanDir()&RecvDir == 0 {
		panic("reflect: recv on send-only channel")
	}
}

// Close closes a channel.
func (v Value) Close() {
	v.mustBe("Close", Chan)
	v.mustBeExported("Close")
	if v.typ.ChanDir()&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	chanClose(*(*unsafe.Pointer)(v.ptr))
}

// Send sends x on a channel.
func (v Value) Send(x Value) {
	v.mustBe("Send", Chan)
	v.mustBeExported("Send")
	v.sendable()
	x.mustBeExported("Send")
	e := v.typ.elem()
	x = x.assignTo("reflect.Value.Send", e)
	room := newRoom(slotCount(e))
	loadSlots(e, x.ptr, unsafe.Pointer(&room[0]))
	chanSend(*(*unsafe.Pointer)(v.ptr), unsafe.Pointer(&room[0]))
	runtime.KeepAlive(room)
}

// Recv receives from a channel; ok is false if the zero value came because the channel is closed.
func (v Value) Recv() (x Value, ok bool) {
	v.mustBe("Recv", Chan)
	v.mustBeExported("Recv")
	v.receivable()
	e := v.typ.elem()
	room := newRoom(slotCount(e))
	ok = chanReceive(*(*unsafe.Pointer)(v.ptr), unsafe.Pointer(&room[0]))
	return fromRoom(e, room), ok
}

func fromRoom(e *rtype, room []unsafe.Pointer) Value {
	x := Value{e, allocate(e, 1), 0}
	storeSlots(e, x.ptr, unsafe.Pointer(&room[0]))
	return x
}

// TrySend sends x if that need not wait.
func (v Value) TrySend(x Value) bool {
	v.mustBe("TrySend", Chan)
	v.mustBeExported("TrySend")
	v.sendable()
	x.mustBeExported("TrySend")
	x = x.assignTo("reflect.Value.Send", v.typ.elem())
	at, _, _ := Select([]SelectCase{{Dir: SelectSend, Chan: v, Send: x}, {Dir: SelectDefault}})
	return at == 0
}

// TryRecv receives if that need not wait; else it gives the zero Value.
func (v Value) TryRecv() (x Value, ok bool) {
	v.mustBe("TryRecv", Chan)
	v.mustBeExported("TryRecv")
	v.receivable()
	_, x, ok = Select([]SelectCase{{Dir: SelectRecv, Chan: v}, {Dir: SelectDefault}})
	return x, ok
}

// A SelectDir is what a case of a select does.
type SelectDir int

// What a case does.
const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

// A SelectCase is a case of a select. A zero Chan is never ready.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// check says what is wrong with a case.
func (c SelectCase) check() {
	switch c.Dir {
	case SelectDefault:
		if c.Chan.IsValid() {
			panic("reflect.Select: default case has Chan value")
		}
		if c.Send.IsValid() {
			panic("reflect.Select: default case has Send value")
		}
	case SelectSend:
		if !c.Chan.IsValid() {
			break
		}
		c.Chan.mustBe("Select", Chan)
		c.Chan.mustBeExported("Select")
		if c.Chan.typ.ChanDir()&SendDir == 0 {
			panic("reflect.Select: SendDir case using recv-only channel")
		}
		if !c.Send.IsValid() {
			panic("reflect.Select: SendDir case missing Send value")
		}
		c.Send.mustBeExported("Select")
	case SelectRecv:
		if c.Send.IsValid() {
			panic("reflect.Select: RecvDir case has Send value")
		}
		if !c.Chan.IsValid() {
			break
		}
		c.Chan.mustBe("Select", Chan)
		c.Chan.mustBeExported("Select")
		if c.Chan.typ.ChanDir()&RecvDir == 0 {
			panic("reflect.Select: RecvDir case using send-only channel")
		}
	default:
		panic("reflect.Select: invalid Dir")
	}
}

// Select does one of the cases, as a select statement does.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	withoutCase := -1
	slots := 2
	var index []int // of the ones that communicate
	for i, c := range cases {
		if c.Dir == SelectDefault && withoutCase >= 0 {
			panic("reflect.Select: multiple default cases")
		}
		c.check()
		if c.Dir == SelectDefault {
			withoutCase = i
			continue
		}
		index = append(index, i)
		slots++
		if c.Chan.IsValid() {
			slots += slotCount(c.Chan.typ.elem())
		}
	}
	if slots > 65535 {
		panic("reflect.Select: too many cases")
	}
	room := newRoom(slots)
	numbers := make([]uint16, 0, 2*len(index))
	at := 2 + len(index)
	for n, i := range index {
		c := cases[i]
		dir := uint16(0)
		if c.Dir == SelectRecv {
			dir = 1
		}
		numbers = append(numbers, dir, uint16(at))
		if !c.Chan.IsValid() {
			continue
		}
		room[2+n] = *(*unsafe.Pointer)(c.Chan.ptr)
		e := c.Chan.typ.elem()
		if dir == 0 {
			x := c.Send.assignTo("reflect.Select", e)
			loadSlots(e, x.ptr, unsafe.Pointer(&room[at]))
		}
		at += slotCount(e)
	}
	chanSelect(unsafe.Pointer(&room[0]), numbers, withoutCase < 0)
	n := int(uintptr(room[0]))
	if n < 0 {
		return withoutCase, Value{}, false
	}
	c := cases[index[n]]
	if c.Dir == SelectRecv {
		recv = fromRoom(c.Chan.typ.elem(), room[numbers[2*n+1]:])
		recvOK = uintptr(room[1]) != 0
	}
	return index[n], recv, recvOK
}
