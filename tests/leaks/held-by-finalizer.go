// SPDX-License-Identifier: MIT

// A finalizer may close it one day.
package main

import (
	"runtime"
	"time"
)

type handle struct{ c chan int }

func open() {
	h := &handle{make(chan int)}
	c := h.c
	runtime.SetFinalizer(h, func(h *handle) { close(h.c) })
	go func() {
		<-c
	}()
}

func main() {
	open()
	for i := 0; i < 5; i++ {
		runtime.GC()
		time.Sleep(10 * time.Millisecond)
	}
}
