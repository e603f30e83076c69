package main

import "fmt"

type Buffer struct{ data []byte }

var freeList = make(chan *Buffer, 4)
var serverChan = make(chan *Buffer)

func client(n int) {
	for i := 0; i < n; i++ {
		var b *Buffer
		select {
		case b = <-freeList:
		default:
			b = new(Buffer)
		}
		b.data = append(b.data[:0], fmt.Sprintf("msg %d", i)...)
		serverChan <- b
	}
	close(serverChan)
}

func main() {
	go client(20)
	total := 0
	for b := range serverChan {
		total += len(b.data)
		select {
		case freeList <- b:
		default:
		}
	}
	fmt.Println(total, len(freeList) <= 4, len(freeList) >= 1)
}

// Output:
// 110 true true
