// SPDX-License-Identifier: MIT

package main

func main() {
	var c chan int
	<-c
}

// Says: cause: nil channel
// Says: main waits to receive from a nil channel (line 7).
// Says: A nil channel is never ready.
