package main

import (
	"bytes"
	"strings"
	"sync"
	"time"
)

func main() {
	var b bytes.Buffer
	b.buf = nil // ERROR "b\.buf undefined \(cannot refer to unexported field buf\)|b\.buf undefined \(type bytes\.Buffer has no field or method buf\)"
	b.grow(1)   // ERROR "b\.grow undefined \(type bytes\.Buffer has no field or method grow, but does have method Grow\)|b\.grow undefined \(type bytes\.Buffer has no field or method grow, but does have Grow\)"
	var m sync.Mutex
	m.state = 1         // ERROR "m\.state undefined \(type sync\.Mutex has no field or method state\)"
	_ = strings.explode // ERROR "undefined: strings\.explode"
	var t time.Time
	_ = t.wall                    // ERROR "t\.wall undefined \(cannot refer to unexported field wall\)|t\.wall undefined \(type time\.Time has no field or method wall\)"
	_ = strings.Builder{buf: nil} // ERROR "cannot refer to unexported field buf in struct literal of type strings\.Builder|unknown field 'buf' in struct literal of type strings\.Builder"
	_ = time.Time{0, 0, nil}      // ERROR "implicit assignment to unexported field wall in struct literal of type time\.Time|implicit assignment to unexported field ext in struct literal of type time\.Time|implicit assignment to unexported field loc in struct literal of type time\.Time|implicit assignment to unexported field wall in time\.Time literal|implicit assignment to unexported field ext in time\.Time literal|implicit assignment to unexported field loc in time\.Time literal"
	_ = bytes.NoSuch              // ERROR "undefined: bytes\.NoSuch"
	_ = strings.toupper           // ERROR "undefined: strings\.toupper"
}
