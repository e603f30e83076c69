package main

import "fmt"

func gotoLoop() {
	i := 0
loop:
	if i < 3 {
		fmt.Print(i, " ")
		i++
		goto loop
	}
	goto end
end:
	fmt.Println("end")
}

func labels() {
outer:
	for i := 0; i < 4; i++ {
	inner:
		for j := 0; ; j++ {
			switch {
			case j == 2:
				continue outer
			case i == 2:
				break inner
			case i == 3:
				break outer
			}
			fmt.Print(i, j, " ")
		}
		fmt.Print("after-inner ")
	}
	fmt.Println()
}

func blocks() {
b:
	for {
		fmt.Print("in ")
		{
			if true {
				break b
			}
		}
		fmt.Print("never ")
	}
s:
	switch 1 {
	case 1:
		for {
			break s
		}
		fmt.Print("never ")
	}
t:
	switch interface{}(1).(type) {
	case int:
		for i := 0; ; i++ {
			if i == 2 {
				break t
			}
		}
	}
	c := make(chan int, 1)
	c <- 1
sel:
	select {
	case <-c:
		if true {
			break sel
		}
		fmt.Print("never")
	}
	fmt.Println("done")
}

func state() {
	n := 0
	goto start
a:
	fmt.Print("a ")
	n++
	if n > 2 {
		goto done
	}
b:
	fmt.Print("b ")
	goto a
start:
	fmt.Print("start ")
	goto b
done:
	fmt.Println("done")
}

func gotoOut() {
	for i := 0; i < 10; i++ {
		for j := 0; j < 10; j++ {
			if i*j == 12 {
				fmt.Println("found", i, j)
				goto out
			}
		}
	}
out:
}

func gotoFresh() {
	var ps []*int
	i := 0
again:
	x := i
	ps = append(ps, &x)
	i++
	if i < 3 {
		goto again
	}
	fmt.Println(*ps[0], *ps[1], *ps[2])
}

func gotoDefer() {
	n := 0
l:
	defer fmt.Print("d", n, " ")
	n++
	if n < 3 {
		goto l
	}
}

func sameName() {
	x := 1
x:
	for x < 5 {
		x++
		if x == 3 {
			continue x
		}
		if x == 4 {
			break x
		}
	}
	fmt.Println(x)
}

func rangeLabels() {
r:
	for _, s := range []string{"ab", "cd", "ef"} {
		for _, c := range s {
			if c == 'd' {
				continue r
			}
			if c == 'f' {
				break r
			}
			fmt.Print(string(c))
		}
		fmt.Print("|")
	}
	fmt.Println()
	c := make(chan int, 10)
	for i := 0; i < 10; i++ {
		c <- i
	}
	close(c)
l:
	for {
		select {
		case v, ok := <-c:
			if !ok {
				break l
			}
			if v%2 == 0 {
				continue l
			}
			fmt.Print(v, " ")
		}
	}
	fmt.Println()
}

func main() {
	gotoLoop()
	labels()
	blocks()
	state()
	gotoOut()
	gotoFresh()
	gotoDefer()
	fmt.Println()
	sameName()
	rangeLabels()
}

// Output:
// 0 1 2 end
// 0 0 0 1 1 0 1 1 after-inner
// in done
// start b a b a b a done
// found 2 6
// 0 1 2
// d2 d1 d0
// 4
// ab|ce
// 1 3 5 7 9
