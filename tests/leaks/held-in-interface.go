// SPDX-License-Identifier: MIT

package main

import (
	"io"
	"time"
)

type stopper struct{ c chan int }

func (s stopper) Close() error { close(s.c); return nil }

func start() io.Closer {
	s := stopper{make(chan int)}
	go func() {
		<-s.c
	}()
	return s
}

func main() {
	var closer io.Closer = start()
	time.Sleep(60 * time.Millisecond)
	closer.Close()
}
