package main

import (
	"sync"
	"time"
)

type server struct {
	stop chan struct{}
	wg   sync.WaitGroup
	out  chan int
}

func (s *server) loop() {
	defer s.wg.Done()
	for {
		select {
		case <-s.stop:
			s.out <- -1 // leaks: chan send
			return
		}
	}
}

func main() {
	s := &server{stop: make(chan struct{}), out: make(chan int)}
	s.wg.Add(1)
	go s.loop()
	go func() {
		close(s.stop)
		s.wg.Wait() // leaks: sync.WaitGroup.Wait
		<-s.out
	}()
	time.Sleep(30 * time.Millisecond)
}
