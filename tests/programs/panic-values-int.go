package main

func main() { panic(42) }

// Stderr: panic: 42
// Exit: 2
