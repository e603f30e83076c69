// Class: start-up
package main

func main() {}
