package main

import (
	"fmt"
	"sync"
)

type Account struct {
	ops  chan func(*int)
	quit chan struct{}
}

func NewAccount() *Account {
	a := &Account{make(chan func(*int)), make(chan struct{})}
	go func() {
		balance := 0
		for {
			select {
			case f := <-a.ops:
				f(&balance)
			case <-a.quit:
				return
			}
		}
	}()
	return a
}

func (a *Account) Deposit(n int) { a.ops <- func(b *int) { *b += n } }
func (a *Account) Balance() int {
	c := make(chan int)
	a.ops <- func(b *int) { c <- *b }
	return <-c
}
func (a *Account) Withdraw(n int) error {
	c := make(chan error, 1)
	a.ops <- func(b *int) {
		if *b < n {
			c <- fmt.Errorf("insufficient funds: %d < %d", *b, n)
			return
		}
		*b -= n
		c <- nil
	}
	return <-c
}

type stateFn func(*machine) stateFn
type machine struct {
	in  string
	pos int
	out []string
}

func start(m *machine) stateFn {
	if m.pos >= len(m.in) {
		return nil
	}
	if c := m.in[m.pos]; c >= '0' && c <= '9' {
		return number
	}
	m.pos++
	return start
}

func number(m *machine) stateFn {
	b := m.pos
	for m.pos < len(m.in) && m.in[m.pos] >= '0' && m.in[m.pos] <= '9' {
		m.pos++
	}
	m.out = append(m.out, m.in[b:m.pos])
	return start
}

func main() {
	a := NewAccount()
	var wg sync.WaitGroup
	for i := 1; i <= 100; i++ {
		wg.Add(1)
		go func(i int) { defer wg.Done(); a.Deposit(i) }(i)
	}
	wg.Wait()
	fmt.Println(a.Balance(), a.Withdraw(50), a.Balance(), a.Withdraw(1<<40))
	close(a.quit)
	m := &machine{in: "ab12cd345e6"}
	for s := stateFn(start); s != nil; {
		s = s(m)
	}
	fmt.Println(m.out)
}

// Output:
// 5050 <nil> 5000 insufficient funds: 5000 < 1099511627776
// [12 345 6]
