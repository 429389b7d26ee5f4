//! Several workers, one order: block number `n` goes to worker `n mod jobs` and is fetched from it
//! in the same turn. Queues are bounded and blocks are used again, so memory is too.

use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

use super::blocks::{Block, Blocks, Counts};
use super::line::Answerer;
use crate::knowledge::model::KnowledgeBase;
use crate::recognition::index::Index;

/// How many blocks may wait for a worker, and how many of its answers may wait to be written.
const WAITING: usize = 4;

/// Reads `input` to its end.
pub(crate) fn run(
    kb: &KnowledgeBase,
    index: &Index,
    input: impl Read,
    output: impl Write + Send,
    jobs: usize,
) -> io::Result<Counts> {
    thread::scope(|scope| {
        let (used, free) = channel();
        let mut to_workers = Vec::new();
        let mut from_workers = Vec::new();
        for _ in 0..jobs {
            let (to_worker, work) = sync_channel::<Block>(WAITING);
            let (done, from_worker) = sync_channel::<Block>(WAITING);
            scope.spawn(move || work_off(kb, index, &work, &done));
            to_workers.push(to_worker);
            from_workers.push(from_worker);
        }
        let writer = scope.spawn(move || write(output, &from_workers, &used));
        let read = deal(input, &to_workers, &free);
        // Without senders the workers come to an end, and then the writer.
        drop(to_workers);
        let written = writer.join().unwrap_or_else(|_| Err(io::Error::other("a worker failed")));
        read.and(written)
    })
}

fn work_off(kb: &KnowledgeBase, index: &Index, work: &Receiver<Block>, done: &SyncSender<Block>) {
    let mut answerer = Answerer::new(kb, index);
    for mut block in work {
        answerer.answer(&mut block);
        if done.send(block).is_err() {
            return;
        }
    }
}

/// Hands out blocks until the input ends or nobody takes them any more.
fn deal(input: impl Read, to_workers: &[SyncSender<Block>], free: &Receiver<Block>) -> io::Result<()> {
    let mut blocks = Blocks::new(input);
    for worker in to_workers.iter().cycle() {
        let mut block = free.try_recv().unwrap_or_default();
        if !blocks.next(&mut block)? || worker.send(block).is_err() {
            break;
        }
    }
    Ok(())
}

fn write(
    mut output: impl Write,
    from_workers: &[Receiver<Block>],
    used: &Sender<Block>,
) -> io::Result<Counts> {
    let mut counts = Counts::default();
    for worker in from_workers.iter().cycle() {
        let Ok(block) = worker.recv() else { break };
        counts.add(&block);
        output.write_all(&block.answers)?;
        output.flush()?;
        // The reader may be gone already; then nobody needs the block.
        let _ = used.send(block);
    }
    Ok(counts)
}
