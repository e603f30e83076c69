package main

import (
	"fmt"
	"sort"
	"sync"
)

type Broker struct {
	mu   sync.RWMutex
	subs map[string]map[int]chan string
	next int
}

func NewBroker() *Broker { return &Broker{subs: map[string]map[int]chan string{}} }

func (b *Broker) Subscribe(topic string, buf int) (<-chan string, func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs[topic] == nil {
		b.subs[topic] = map[int]chan string{}
	}
	id := b.next
	b.next++
	c := make(chan string, buf)
	b.subs[topic][id] = c
	var once sync.Once
	return c, func() {
		once.Do(func() {
			b.mu.Lock()
			defer b.mu.Unlock()
			delete(b.subs[topic], id)
			close(c)
		})
	}
}

func (b *Broker) Publish(topic, msg string) int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	n := 0
	for _, c := range b.subs[topic] {
		select {
		case c <- msg:
			n++
		default:
		}
	}
	return n
}

func main() {
	b := NewBroker()
	var wg sync.WaitGroup
	var mu sync.Mutex
	var got []string
	var cancels []func()
	for i := 0; i < 3; i++ {
		c, cancel := b.Subscribe("news", 10)
		cancels = append(cancels, cancel)
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for m := range c {
				mu.Lock()
				got = append(got, fmt.Sprintf("%d:%s", i, m))
				mu.Unlock()
			}
		}(i)
	}
	c, cancel := b.Subscribe("other", 1)
	fmt.Println(b.Publish("news", "a"), b.Publish("news", "b"), b.Publish("other", "x"), b.Publish("other", "dropped"), b.Publish("none", "y"))
	for _, f := range cancels {
		f()
		f()
	}
	wg.Wait()
	sort.Strings(got)
	fmt.Println(got, <-c, len(c))
	cancel()
	_, ok := <-c
	fmt.Println(ok, b.Publish("other", "z"))
}

// Output:
// 3 3 1 0 0
// [0:a 0:b 1:a 1:b 2:a 2:b] x 0
// false 0
