// SPDX-License-Identifier: MIT

// Channels by reflection, in company with those who use the same channels without it.
package main

import (
	"fmt"
	"reflect"
	"sync"
)

type wide struct {
	name  string
	list  []int
	any   any
	count [5]int
}

func say(text string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(text, "panics:", r)
		}
	}()
	f()
}

func buffered() {
	c := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, reflect.TypeOf("")), 2)
	c.Send(reflect.ValueOf("a"))
	fmt.Println(c.TrySend(reflect.ValueOf("b")), c.TrySend(reflect.ValueOf("c")), c.Len(), c.Cap(), c.Type())
	fmt.Println(c.Recv())
	fmt.Println(c.TryRecv())
	v, ok := c.TryRecv()
	fmt.Println(v.IsValid(), ok)
	c.Close()
	v, ok = c.TryRecv()
	fmt.Printf("%q %v %v\n", v, v.IsValid(), ok)
	say("send", func() { c.Send(reflect.ValueOf("d")) })
	say("try", func() { c.TrySend(reflect.ValueOf("d")) })
	say("close", c.Close)
}

func handedOver() {
	c := make(chan wide)
	v := reflect.ValueOf(c)
	var group sync.WaitGroup
	group.Add(1)
	go func() {
		defer group.Done()
		for x := range c {
			fmt.Println("got", x)
		}
	}()
	for i := 0; i < 3; i++ {
		v.Send(reflect.ValueOf(wide{"n", []int{i}, i, [5]int{4: i}}))
	}
	v.Close()
	group.Wait()
	back := make(chan any)
	go func() { back <- wide{name: "back"} }()
	fmt.Println(reflect.ValueOf(back).Recv())
}

func selecting() {
	in, out, done := make(chan wide), make(chan string), make(chan struct{})
	var took []string
	go func() {
		for i := 0; i < 3; i++ {
			in <- wide{count: [5]int{i}}
			took = append(took, <-out)
		}
		close(done)
	}()
	cases := []reflect.SelectCase{
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(in)},
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(done)},
		{Dir: reflect.SelectRecv},
	}
	for {
		at, v, ok := reflect.Select(cases)
		if at == 1 {
			fmt.Println(at, v, ok, took)
			break
		}
		text := fmt.Sprint(v.Field(3))
		at, v, ok = reflect.Select([]reflect.SelectCase{
			{Dir: reflect.SelectSend},
			{Dir: reflect.SelectSend, Chan: reflect.ValueOf(out), Send: reflect.ValueOf(text)},
		})
		fmt.Println(at, v.IsValid(), ok)
	}
	at, _, _ := reflect.Select(append(cases[:1:1], reflect.SelectCase{Dir: reflect.SelectDefault}))
	fmt.Println("default", at)
}

// A select that waits to send is woken by close, and runs again.
func closedWhileWaiting() {
	c := make(chan int)
	started := make(chan bool)
	end := make(chan bool)
	go func() {
		defer close(end)
		say("waiting", func() {
			close(started)
			reflect.Select([]reflect.SelectCase{
				{Dir: reflect.SelectSend, Chan: reflect.ValueOf(c), Send: reflect.ValueOf(1)},
				{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(make(chan int))},
			})
		})
	}()
	<-started
	close(c)
	<-end
}

// Each number comes once, whoever hands it over.
func many() {
	const n = 2000
	var chans []chan int
	var cases []reflect.SelectCase
	for i := 0; i < 20; i++ {
		c := make(chan int, i%3)
		chans = append(chans, c)
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c)})
	}
	for i := range chans {
		go func(c chan int, from int) {
			for k := from; k < n; k += len(chans) {
				c <- k
			}
			close(c)
		}(chans[i], i)
	}
	sum := 0
	for open := len(cases); open > 0; {
		at, v, ok := reflect.Select(cases)
		if !ok {
			cases[at].Chan = reflect.Value{}
			open--
			continue
		}
		sum += int(v.Int())
	}
	fmt.Println(sum == n*(n-1)/2)
}

func refused() {
	c := reflect.ValueOf(make(chan int))
	send, receive := reflect.ValueOf(make(chan<- int)), reflect.ValueOf(make(<-chan int))
	say("send", func() { receive.Send(reflect.ValueOf(1)) })
	say("receive", func() { send.Recv() })
	say("type", func() { c.Send(reflect.ValueOf("x")) })
	say("kind", func() { reflect.ValueOf(1).Recv() })
	say("one way", func() { reflect.MakeChan(send.Type(), 0) })
	say("negative", func() { reflect.MakeChan(c.Type(), -1) })
	say("select", func() { reflect.Select([]reflect.SelectCase{{}}) })
	say("value", func() { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: c}}) })
	say("direction", func() { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: send}}) })
	say("defaults", func() {
		reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault}, {Dir: reflect.SelectDefault}})
	})
}

func main() {
	buffered()
	handedOver()
	selecting()
	closedWhileWaiting()
	many()
	refused()
}

// Output:
// true false 2 2 chan string
// a true
// b true
// false false
// "" true false
// send panics: send on closed channel
// try panics: send on closed channel
// close panics: close of closed channel
// got {n [0] 0 [0 0 0 0 0]}
// got {n [1] 1 [0 0 0 0 1]}
// got {n [2] 2 [0 0 0 0 2]}
// {back [] <nil> [0 0 0 0 0]} true
// 1 false false
// 1 false false
// 1 false false
// 1 {} false [[0 0 0 0 0] [1 0 0 0 0] [2 0 0 0 0]]
// default 1
// waiting panics: send on closed channel
// true
// send panics: reflect: send on recv-only channel
// receive panics: reflect: recv on send-only channel
// type panics: reflect.Value.Send: value of type string is not assignable to type int
// kind panics: reflect: call of reflect.Value.Recv on int Value
// one way panics: reflect.MakeChan: unidirectional channel type
// negative panics: reflect.MakeChan: negative buffer size
// select panics: reflect.Select: invalid Dir
// value panics: reflect.Select: SendDir case missing Send value
// direction panics: reflect.Select: RecvDir case using send-only channel
// defaults panics: reflect.Select: multiple default cases
